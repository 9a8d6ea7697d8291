package pikett.bot.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import pikett.adapters.host.Command;
import pikett.adapters.host.Output;
import pikett.adapters.host.Shell;
import pikett.adapters.host.ShellResult;
import pikett.adapters.http.HttpResult;
import pikett.adapters.process.ProcessReading;
import pikett.adapters.process.ProcessState;
import pikett.adapters.process.Supervisor;
import pikett.adapters.queue.QueueReading;
import pikett.adapters.reason.Reason;

/// Hosts, services and queues that say what a test wants them to say.
final class FakeTargets {
    private static final String PROC =
            """
            1036800.25 2000.00
            0.42 0.50 0.60 1/234 5678
            MemTotal:       8000000 kB
            MemFree:        1000000 kB
            MemAvailable:   4000000 kB
            """;

    private final List<Targets.HostTarget> hosts = new ArrayList<>();
    private final List<Targets.ServiceTarget> services = new ArrayList<>();
    private final List<Targets.QueueTarget> queues = new ArrayList<>();

    /// The numbers of lines that were asked for.
    final List<Integer> linesAskedFor = new CopyOnWriteArrayList<>();

    Targets targets() {
        return new Targets(hosts, services, queues);
    }

    FakeTargets host(String name) {
        return host(name, _ -> done(PROC));
    }

    FakeTargets host(String name, Shell shell) {
        hosts.add(new Targets.HostTarget(name, shell));
        return this;
    }

    /// A host that answers when the latch is opened, and does not listen to interrupts.
    FakeTargets slowHost(String name, CountDownLatch opened) {
        return host(
                name,
                (Command _) -> {
                    awaitStubbornly(opened);
                    return done(PROC);
                });
    }

    FakeTargets service(String name, String host, ProcessState state) {
        return service(name, host, () -> reading(state), () -> done(""), Optional.empty());
    }

    FakeTargets service(
            String name,
            String host,
            Supplier<ProcessReading> reading,
            Supplier<ShellResult> logs,
            Optional<HttpResult> health) {
        Supervisor supervisor =
                new Supervisor() {
                    @Override
                    public ProcessReading read() {
                        return reading.get();
                    }

                    @Override
                    public ShellResult restart() {
                        throw new AssertionError("nobody asked for a restart");
                    }

                    @Override
                    public ShellResult logs(int lines) {
                        linesAskedFor.add(lines);
                        return logs.get();
                    }
                };
        services.add(
                new Targets.ServiceTarget(
                        name,
                        host,
                        supervisor,
                        health.map(result -> (Targets.HealthProbe) () -> result)));
        return this;
    }

    FakeTargets queue(String name, Supplier<QueueReading> reading) {
        queues.add(new Targets.QueueTarget(name, reading::get));
        return this;
    }

    static ShellResult done(String output) {
        return new ShellResult.Done(0, new Output(output, "", 0), Duration.ofMillis(5));
    }

    static ProcessReading reading(ProcessState state) {
        ProcessReading nothing = ProcessReading.unknown(Reason.told("nothing"), Desk.NOW);
        return new ProcessReading(
                state,
                Optional.empty(),
                Optional.of(Duration.ofMinutes(4)),
                nothing.restarts(),
                nothing.restartsLately(),
                nothing.cpuPercent(),
                nothing.memoryBytes(),
                Optional.empty(),
                nothing.instances(),
                Desk.NOW);
    }

    static void awaitStubbornly(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return;
            } catch (InterruptedException ignored) {
                // That is what being stubborn means: the flag stays cleared and the wait goes on.
            }
        }
    }
}
