package pikett.alerts.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.alerts.check.Unread;

/// Runs errands, each in a virtual thread with a second one that watches its time.
///
/// An errand that neither ends nor can be interrupted gives its place to others when its time is over; it
/// alone is not started again until it ends. Safe for use by many threads.
final class Runner {
    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

    private final InstantSource clock;
    private final Lanes lanes;
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final Map<String, RunFigures> figures = new ConcurrentHashMap<>();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    Runner(InstantSource clock, Lanes lanes) {
        this.clock = clock;
        this.lanes = lanes;
    }

    /// Begins a run and returns at once.
    ///
    /// @return false when the one before is not over yet; then nothing is done but counting
    <R> boolean start(Errand<R> errand) {
        if (stopping) {
            return false;
        }
        if (!running.add(errand.id())) {
            count(errand.id(), RunFigures::overrun);
            return false;
        }
        count(errand.id(), counted -> counted.begun(clock.instant()));
        Run<R> run = new Run<>(errand);
        Thread.ofVirtual().name("watch-" + errand.id()).start(() -> watch(run));
        return true;
    }

    RunFigures figures(String id) {
        return figures.getOrDefault(id, RunFigures.NONE);
    }

    /// How many runs go on, with those that nobody waits for any more.
    int inFlight() {
        return running.size();
    }

    /// Forgets what was counted of all others.
    void only(Set<String> ids) {
        figures.keySet().retainAll(ids);
    }

    /// Begins nothing any more, and interrupts what goes on.
    void stop() {
        stopping = true;
        threads.forEach(Thread::interrupt);
    }

    /// One run; whoever says first what became of it is heard.
    private static final class Run<R> {
        private final Errand<R> errand;
        private final AtomicBoolean said = new AtomicBoolean();

        private Run(Errand<R> errand) {
            this.errand = errand;
        }

        private boolean say(R result) {
            boolean first = said.compareAndSet(false, true);
            if (first) {
                errand.done().accept(result);
            }
            return first;
        }
    }

    private <R> void watch(Run<R> run) {
        Errand<R> errand = run.errand;
        Optional<Lanes.Permit> permit = Optional.empty();
        boolean begun = false;
        try {
            permit = lanes.take(errand.lane(), errand.atMost());
            if (permit.isEmpty()) {
                count(errand.id(), RunFigures::tookTooLong);
                run.say(errand.instead().apply(Unread.NO_TURN));
                return;
            }
            Thread worker =
                    Thread.ofVirtual().name("run-" + errand.id()).unstarted(() -> work(run));
            threads.add(worker);
            begun = true;
            worker.start();
            if (!worker.join(errand.atMost())) {
                worker.interrupt();
                if (run.say(errand.instead().apply(Unread.TOOK_TOO_LONG))) {
                    count(errand.id(), RunFigures::tookTooLong);
                }
            }
        } catch (InterruptedException _) {
            // Nobody interrupts a watch; were it so, the run would still end by itself.
            Thread.currentThread().interrupt();
        } finally {
            permit.ifPresent(Lanes.Permit::giveBack);
            if (!begun) {
                over(errand.id(), clock.instant());
            }
        }
    }

    private <R> void work(Run<R> run) {
        Errand<R> errand = run.errand;
        Instant begun = clock.instant();
        try {
            run.say(errand.work().apply(begun.plus(errand.atMost())));
        } catch (RuntimeException e) {
            if (run.say(errand.instead().apply(Unread.FAILED))) {
                count(errand.id(), RunFigures::wentWrong);
                LOG.error("run failed id={}", errand.id(), e);
            }
        } finally {
            threads.remove(Thread.currentThread());
            over(errand.id(), begun);
        }
    }

    private void over(String id, Instant begun) {
        Duration time = Duration.between(begun, clock.instant());
        count(id, counted -> counted.over(time.isNegative() ? Duration.ZERO : time));
        running.remove(id);
    }

    private void count(String id, UnaryOperator<RunFigures> change) {
        figures.compute(
                id, (_, counted) -> change.apply(counted == null ? RunFigures.NONE : counted));
    }
}
