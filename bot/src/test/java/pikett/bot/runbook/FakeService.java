package pikett.bot.runbook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import pikett.adapters.host.Output;
import pikett.adapters.host.ShellResult;
import pikett.adapters.process.ProcessReading;
import pikett.adapters.process.ProcessState;
import pikett.adapters.process.Supervisor;
import pikett.adapters.reason.Reason;

/// A service whose state is a function of time, and that counts how often it was restarted.
final class FakeService implements Supervisor, ServiceAccess {
    final AtomicInteger restarts = new AtomicInteger();

    private final InstantSource clock;
    private final Function<Duration, Look> life;
    private final String log;
    private final Instant born;

    /// What it looks like at a moment.
    record Look(ProcessState state, int restarts, Health health) {
        static Look up() {
            return new Look(ProcessState.UP, 0, new Health.Well());
        }

        static Look down() {
            return new Look(
                    ProcessState.FAILED, 0, new Health.Unwell(Reason.told("connection refused")));
        }
    }

    FakeService(InstantSource clock, Function<Duration, Look> life, String log) {
        this.clock = clock;
        this.life = life;
        this.log = log;
        this.born = clock.instant();
    }

    private Look look() {
        return life.apply(Duration.between(born, clock.instant()));
    }

    @Override
    public ProcessReading read() {
        return new ProcessReading(
                look().state(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.of(look().restarts()),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                OptionalInt.of(1),
                clock.instant());
    }

    @Override
    public ShellResult restart() {
        restarts.incrementAndGet();
        return new ShellResult.Done(0, Output.EMPTY, Duration.ofMillis(700));
    }

    @Override
    public ShellResult logs(int lines) {
        return new ShellResult.Done(0, new Output(log, "", 0), Duration.ofMillis(30));
    }

    @Override
    public Optional<Supervisor> supervisor(String service) {
        return Optional.of(this);
    }

    @Override
    public Health health(String service) {
        return look().health();
    }
}
