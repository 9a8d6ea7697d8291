package pikett.bot.runbook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import pikett.adapters.host.ShellResult;
import pikett.adapters.process.ProcessReading;
import pikett.adapters.process.ProcessState;
import pikett.adapters.process.Supervisor;
import pikett.adapters.reason.Reason;

/// Watches a service after it was touched, until it is believed to be healthy or the time is over.
///
/// One healthy look is not believed: a program in a restart loop is up for a moment each time. So it is
/// watched on for [#CALM], and every restart since the first look counts against it.
final class Watch {
    /// How long it must stay healthy without a restart.
    static final Duration CALM = Duration.ofSeconds(5);

    /// So many new restarts are a loop, however often it was healthy between them.
    private static final int LOOP = 3;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int LAST_LINES = 15;

    private final ServiceAccess services;
    private final InstantSource clock;
    private final Pause pause;

    Watch(ServiceAccess services, InstantSource clock, Pause pause) {
        this.services = services;
        this.clock = clock;
        this.pause = pause;
    }

    /// @throws InterruptedException when the run was stopped
    Verification until(String service, Supervisor supervisor, Duration within)
            throws InterruptedException {
        Instant start = clock.instant();
        Progress progress = new Progress(supervisor.read());
        while (true) {
            Optional<Reason> complaint = progress.healthy() ? complaint(service) : Optional.empty();
            Instant now = clock.instant();
            progress.judge(complaint, now);
            if (progress.calmFor(now).compareTo(CALM) >= 0) {
                return new Verification.Healthy(
                        Duration.between(start, progress.healthySince), progress.reading);
            }
            if (progress.newRestarts() >= LOOP) {
                return new Verification.Looping(
                        progress.newRestarts(), progress.reading, lastLines(supervisor));
            }
            // A service that has just become healthy gets the time to prove it.
            if (!now.isBefore(start.plus(within)) && !progress.isHealthySince(now)) {
                return late(progress, complaint, within, supervisor);
            }
            pause.pause(BETWEEN_LOOKS);
            progress.reading = supervisor.read();
        }
    }

    private Verification late(
            Progress progress, Optional<Reason> complaint, Duration within, Supervisor supervisor) {
        return progress.reading.state() == ProcessState.LOOPING
                ? new Verification.Looping(
                        progress.newRestarts(), progress.reading, lastLines(supervisor))
                : new Verification.NotHealthy(
                        within, progress.reading, complaint, lastLines(supervisor));
    }

    private Optional<Reason> complaint(String service) {
        return switch (services.health(service)) {
            case ServiceAccess.Health.Unwell(Reason reason) -> Optional.of(reason);
            case ServiceAccess.Health.Well _, ServiceAccess.Health.NotConfigured _ ->
                    Optional.empty();
        };
    }

    private static List<String> lastLines(Supervisor supervisor) {
        return switch (supervisor.logs(LAST_LINES)) {
            case ShellResult.Done done ->
                    (done.output().standard() + done.output().error()).lines().toList();
            case ShellResult.Killed _,
                    ShellResult.FailedToStart _,
                    ShellResult.TimedOut _,
                    ShellResult.Unreachable _,
                    ShellResult.Refused _,
                    ShellResult.Unknown _ ->
                    List.of();
        };
    }

    /// What has been seen so far. Confined to the watching thread.
    private static final class Progress {
        private final OptionalInt restartsAtFirst;
        private ProcessReading reading;
        private Instant healthySince = Instant.MAX;
        private int restartsWhenHealthy;

        Progress(ProcessReading first) {
            this.restartsAtFirst = first.restarts();
            this.reading = first;
        }

        boolean healthy() {
            return reading.state() == ProcessState.UP || reading.state() == ProcessState.STARTING;
        }

        void judge(Optional<Reason> complaint, Instant now) {
            boolean restartedSince = isHealthySince(now) && newRestarts() > restartsWhenHealthy;
            if (!healthy() || complaint.isPresent() || restartedSince) {
                healthySince = Instant.MAX;
            } else if (!isHealthySince(now)) {
                healthySince = now;
                restartsWhenHealthy = newRestarts();
            }
        }

        boolean isHealthySince(Instant now) {
            return !healthySince.isAfter(now);
        }

        Duration calmFor(Instant now) {
            return isHealthySince(now) ? Duration.between(healthySince, now) : Duration.ZERO;
        }

        int newRestarts() {
            return reading.restarts().isPresent() && restartsAtFirst.isPresent()
                    ? Math.max(0, reading.restarts().getAsInt() - restartsAtFirst.getAsInt())
                    : 0;
        }
    }
}
