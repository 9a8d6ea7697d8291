package pikett.bot.runbook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import pikett.adapters.host.Command;
import pikett.adapters.host.Host;
import pikett.adapters.process.Supervisor;
import pikett.adapters.store.StoreUnavailableException;
import pikett.bot.trace.Trail;

/// Performs one run, step after step, each at most once.
///
/// [#perform()] is called once, by the run's own thread; [#stop(String)] by any thread.
final class Execution {
    private static final Logger LOG = LoggerFactory.getLogger(Execution.class);

    private final Run run;
    private final Map<String, Host> hosts;
    private final ServiceAccess services;
    private final Watch watch;
    private final InstantSource clock;
    private final IntConsumer beforeStep;
    private final Consumer<RunProgress> show;

    private final AtomicReference<Optional<String>> stoppedBy =
            new AtomicReference<>(Optional.empty());
    private final Thread thread;
    private RunProgress progress;

    /// @param beforeStep told the index of a step before it is started; when the store
    ///     is unavailable to it, the step is not started
    /// @param show told whenever there is something new to see
    Execution(
            Run run,
            RunEnvironment environment,
            IntConsumer beforeStep,
            Consumer<RunProgress> show,
            Consumer<RunProgress> whenEnded) {
        this.run = run;
        this.hosts = environment.hosts();
        this.services = environment.services();
        this.watch = new Watch(environment.services(), environment.clock(), environment.pause());
        this.clock = environment.clock();
        this.beforeStep = beforeStep;
        this.show = show;
        this.progress = RunProgress.of(run);
        this.thread =
                Thread.ofVirtual()
                        .name("run-" + run.id().value())
                        .unstarted(Trail.carry(() -> correlated(whenEnded)));
    }

    Run run() {
        return run;
    }

    void start() {
        thread.start();
    }

    /// Ends the running step as a timeout would and starts no further one. The first call counts.
    void stop(String person) {
        if (stoppedBy.compareAndSet(Optional.empty(), Optional.of(person))) {
            thread.interrupt();
        }
    }

    /// Waits for the end.
    ///
    /// @return whether it ended in time
    boolean await(Duration atMost) throws InterruptedException {
        return thread.join(atMost);
    }

    /// Every line that is logged while it runs carries what joins it with the wish.
    private void correlated(Consumer<RunProgress> whenEnded) {
        try (MDC.MDCCloseable _ = MDC.putCloseable("correlation", run.origin().correlation());
                MDC.MDCCloseable _ = MDC.putCloseable("actor", run.requester())) {
            whenEnded.accept(perform());
        }
    }

    private RunProgress perform() {
        RunEnd end = RunEnd.SUCCEEDED;
        for (int index = 0; index < progress.steps().size() && end == RunEnd.SUCCEEDED; index++) {
            end = stoppedBy.get().isPresent() ? RunEnd.STOPPED : performStep(index);
        }
        // The flag has done its work; what is written from here on must not be interrupted by it.
        Thread.interrupted();
        return progress.ended(new RunProgress.End(end, clock.instant(), stoppedBy.get()));
    }

    /// Whatever fails inside Pikett: the step may have been begun, so what it came to is unknown, and the
    /// run ends, for a run without an end would hold its targets for ever.
    private RunEnd performStep(int index) {
        try {
            return performed(index);
        } catch (RuntimeException | Error e) {
            LOG.error("a step failed inside run={} step={}", run.id().value(), index, e);
            progress = progress.with(index, new RunProgress.Status.CutOff());
            return RunEnd.UNKNOWN;
        }
    }

    private RunEnd performed(int index) {
        Instant start = clock.instant();
        Optional<StepOutcome> outcome = recorded(index, start);
        if (outcome.isEmpty()) {
            return RunEnd.STOPPED;
        }
        advance(
                progress.with(
                        index,
                        new RunProgress.Status.Ended(
                                outcome.get(), Duration.between(start, clock.instant()))));
        if (outcome.get().unknown()) {
            return RunEnd.UNKNOWN;
        }
        if (stoppedBy.get().isPresent()) {
            return RunEnd.STOPPED;
        }
        return outcome.get().succeeded() ? RunEnd.SUCCEEDED : RunEnd.FAILED;
    }

    /// Starts the step only if that it starts could be written down: after a crash, what may have been
    /// done must be known.
    private Optional<StepOutcome> recorded(int index, Instant start) {
        try {
            beforeStep.accept(index);
        } catch (StoreUnavailableException _) {
            return Optional.of(new StepOutcome.NotRecorded());
        }
        advance(progress.with(index, new RunProgress.Status.Running(start)));
        return outcome(progress.steps().get(index).what());
    }

    private void advance(RunProgress next) {
        progress = next;
        show.accept(next);
    }

    /// Empty when a watch was stopped: nothing was being changed on the host then.
    private Optional<StepOutcome> outcome(PlannedStep step) {
        return switch (step) {
            case PlannedStep.Run(String name, var command, Duration timeout) -> {
                Host host = hosts.get(name);
                yield Optional.of(
                        host == null
                                ? new StepOutcome.Absent(name)
                                : new StepOutcome.Ran(
                                        host.shell().run(Command.of(timeout, command))));
            }
            case PlannedStep.Restart(String service) ->
                    Optional.of(
                            services.supervisor(service)
                                    .<StepOutcome>map(
                                            supervisor -> new StepOutcome.Ran(supervisor.restart()))
                                    .orElse(new StepOutcome.Absent(service)));
            case PlannedStep.WaitHealthy(String service, Duration within) ->
                    watched(service, within);
        };
    }

    private Optional<StepOutcome> watched(String service, Duration within) {
        Optional<Supervisor> supervisor = services.supervisor(service);
        if (supervisor.isEmpty()) {
            return Optional.of(new StepOutcome.Absent(service));
        }
        try {
            return Optional.of(
                    new StepOutcome.Watched(watch.until(service, supervisor.get(), within)));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
