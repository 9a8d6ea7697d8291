package pikett.alerts.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.adapters.store.Store;
import pikett.adapters.store.StoreUnavailableException;
import pikett.alerts.check.Check;
import pikett.alerts.check.CheckDesk;
import pikett.alerts.check.CheckStates;

/// Looks at all checks and does all chores when they are due.
///
/// Quartz ticks; a tick only begins what is due. What the looks brought is settled by one thread of its
/// own, so that a database that waits delays no look. [#start()] and [#stop(Duration)] are called once
/// each; the rest is safe for use by many threads.
public final class CheckEngine {
    private static final Logger LOG = LoggerFactory.getLogger(CheckEngine.class);

    /// Without a tick for so many pauses, the clock is taken to stand still.
    private static final int PAUSES_OF_SILENCE = 8;

    private final Store store;
    private final Consumer<List<CheckDesk.Read>> readings;
    private final InstantSource clock;
    private final Agenda<Consumer<Instant>> agenda = new Agenda<>();
    private final Runner runner;
    private final CheckDesk desk;
    private final Errands errands;
    private final Retries retries = new Retries();
    private final Ticks ticks;
    private final Thread settler;
    private final Semaphore settling = new Semaphore(0);
    private final AtomicLong failures = new AtomicLong();
    private volatile List<Check> checks = List.of();
    private volatile Instant lastTick;
    private volatile Instant lastSettled;
    private volatile boolean stopping;

    /// @param tick how often it is looked what is due
    /// @param perHost how many looks at one host, or through it, go on at once
    /// @param atOnce how many looks and chores go on at once
    public record Settings(Duration tick, int perHost, int atOnce) {
        public static final Settings USUAL = new Settings(Duration.ofMillis(250), 4, 200);
    }

    /// @param reports takes what is to be reported, such as the pipeline
    /// @param readings keeps what was read; is the database away, it is given the same again
    /// @throws StoreUnavailableException when what was kept could not be read
    public CheckEngine(
            Store store,
            InstantSource clock,
            CheckDesk.Reports reports,
            Consumer<List<CheckDesk.Read>> readings,
            Settings settings) {
        this.store = store;
        this.readings = readings;
        this.clock = clock;
        this.runner = new Runner(clock, new Lanes(settings.perHost(), settings.atOnce()));
        this.desk = new CheckDesk(new CheckStates(store), reports);
        this.errands = new Errands(store, clock, desk);
        this.ticks =
                new Ticks(
                        new Ticks.Settings(
                                settings.tick(),
                                settings.tick().multipliedBy(PAUSES_OF_SILENCE),
                                System::nanoTime),
                        this::tick);
        this.settler = Thread.ofPlatform().daemon().name("check-settler").unstarted(this::loop);
        this.lastTick = clock.instant();
        this.lastSettled = lastTick;
    }

    /// Replaces all checks and chores; what goes on ends by itself, and what fires for a check that is no
    /// more is over. Fails before it changes anything.
    ///
    /// @throws IllegalArgumentException when a cron expression is none, or two share a name
    /// @throws StoreUnavailableException when it could not be read what ran when
    public void plan(Collection<Check> planned, Collection<Chore> chores) {
        List<Agenda.Item<Consumer<Instant>>> items = new ArrayList<>();
        for (Check check : planned) {
            items.add(
                    new Agenda.Item<>(
                            Errands.id(check),
                            Errands.times(check),
                            CatchUp.AT_START,
                            _ -> runner.start(errands.look(check))));
        }
        for (Chore chore : chores) {
            items.add(
                    new Agenda.Item<>(
                            Errands.id(chore),
                            chore.times(),
                            chore.catchUp(),
                            at ->
                                    runner.start(
                                            errands.run(chore, at, well -> ran(chore, at, well)))));
        }
        Set<String> ids = items.stream().map(Agenda.Item::id).collect(Collectors.toSet());
        if (ids.size() < items.size()) {
            throw new IllegalArgumentException("two checks or two chores share a name");
        }
        Map<String, Instant> lastTimes = lastTimes(chores);
        checks = List.copyOf(planned);
        desk.plan(planned);
        runner.only(ids);
        agenda.plan(items, lastTimes, clock.instant());
    }

    /// A chore that is to be made up for counts from when it was planned first: were it cut off at its
    /// very first time, nobody would know that it was missed.
    private Map<String, Instant> lastTimes(Collection<Chore> chores) {
        RunTable runs = new RunTable();
        return store.write(transaction -> {
            chores.stream()
                    .filter(chore -> chore.catchUp() == CatchUp.ONCE)
                    .forEach(chore -> runs.know(transaction, Errands.id(chore), clock.instant()));
            return runs.lastTimes(transaction);
        });
    }

    public void start() {
        settler.start();
        ticks.start();
    }

    /// Begins nothing any more, interrupts what goes on, and settles what was seen until now.
    ///
    /// @return whether all was settled in time
    public boolean stop(Duration atMost) throws InterruptedException {
        ticks.stop();
        stopping = true;
        runner.stop();
        settling.release();
        return settler.join(atMost);
    }

    /// Something that is no check, such as the connection to the chat, tells whether anything can be
    /// reached from here. To be told again within minutes, or it counts no more.
    public void witnessed(String name, boolean reached) {
        desk.witnessed(name, reached, clock.instant());
    }

    /// Has a check look at once, as when it is known that there is something new to be seen. One that is
    /// looking already does not look again for it.
    public void lookNow(String check) {
        agenda.hasten(Errands.idOfCheck(check), clock.instant());
    }

    /// All checks, in the order in which they were planned.
    public List<CheckView> view() {
        return checks.stream()
                .map(check ->
                        new CheckView(
                                check,
                                desk.last(check.id()),
                                agenda.next(Errands.id(check)),
                                runner.figures(Errands.id(check)),
                                desk.states(check.id())))
                .toList();
    }

    /// When both its threads last went round: it was looked what is due, and what was seen was settled
    /// without trouble.
    public Instant lastRound() {
        return lastTick.isBefore(lastSettled) ? lastTick : lastSettled;
    }

    /// How often settling failed.
    public long failures() {
        return failures.get();
    }

    /// Whether no look and no chore goes on.
    boolean idle() {
        return runner.inFlight() == 0;
    }

    void tick() {
        Instant now = clock.instant();
        agenda.due(now).forEach(due -> due.what().accept(due.at()));
        lastTick = now;
        settling.release();
    }

    void settle() {
        Instant now = clock.instant();
        for (String check : desk.settle(now)) {
            // One that is looking already will tell by itself.
            if (runner.figures(Errands.idOfCheck(check)).runningSince().isEmpty()) {
                agenda.hasten(Errands.idOfCheck(check), now);
            }
        }
        lastSettled = now;
        desk.handOn(readings);
    }

    private void ran(Chore chore, Instant at, boolean well) {
        String id = Errands.id(chore);
        if (well) {
            retries.done(id);
        } else if (chore.work() instanceof Chore.Work.InTransaction) {
            // Nothing was kept; were it so after all, its time is taken.
            retries.failed(id)
                    .ifPresent(pause -> agenda.again(id, at, clock.instant().plus(pause)));
        }
    }

    private void loop() {
        boolean last = false;
        while (!last) {
            try {
                settling.acquire();
                settling.drainPermits();
                last = stopping;
                settle();
            } catch (StoreUnavailableException e) {
                LOG.warn("checks wait for the database failures={}", failures.incrementAndGet(), e);
            } catch (RuntimeException | StackOverflowError e) {
                // Without this thread nobody would be told of anything any more.
                LOG.error("settling checks failed failures={}", failures.incrementAndGet(), e);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                last = true;
            }
        }
    }
}
