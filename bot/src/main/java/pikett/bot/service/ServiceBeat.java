package pikett.bot.service;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.bot.runbook.Pause;

/// Tells systemd that Pikett is ready once every loop has gone round, and that it lives while every loop does.
/// When one is stuck it falls silent, and systemd starts Pikett anew. A thread of its own: none of the loops
/// that it watches can keep it up.
///
/// While the database refuses everything, the loops wait for it and a new start would change nothing: for that
/// it is patient, for a while. For ever it is not, since what is stuck may be the database's own thread.
public final class ServiceBeat {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceBeat.class);

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration OFTEN = Duration.ofSeconds(1);

    private final NotifySocket socket;
    private final List<Loop> loops;
    private final BooleanSupplier stored;
    private final InstantSource clock;
    private final Pause pause;

    /// When each loop had last gone round at the beginning. Who has another time now has gone round since,
    /// also when the clock was put back meanwhile.
    private final Map<Loop, Instant> before;

    private Instant lastStored;
    private boolean ready;
    private boolean stopping;
    private String said = "every loop goes round";

    /// @param stored whether the database takes something at this moment
    public ServiceBeat(
            NotifySocket socket,
            List<Loop> loops,
            BooleanSupplier stored,
            InstantSource clock,
            Pause pause) {
        this.socket = socket;
        this.loops = List.copyOf(loops);
        this.stored = stored;
        this.clock = clock;
        this.pause = pause;
        this.before =
                this.loops.stream()
                        .collect(
                                Collectors.toMap(
                                        Function.identity(), loop -> loop.lastRound().get()));
        this.lastStored = clock.instant();
    }

    /// Begins; ends when the thread is interrupted.
    public Thread start() {
        return Thread.ofPlatform().daemon().name("service-beat").start(this::run);
    }

    private void run() {
        try {
            while (true) {
                guarded();
                pause.pause(often());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Thrice in the time that systemd grants.
    private Duration often() {
        Duration third = socket.watchdog().dividedBy(3);
        return ready && third.compareTo(OFTEN) > 0 ? third : OFTEN;
    }

    private void guarded() {
        try {
            round();
        } catch (RuntimeException e) {
            // Whatever it is, it is a beat that does not come.
            LOG.error("the service manager is not told how we are", e);
        }
    }

    /// Looks once, and tells.
    synchronized void round() {
        if (stopping) {
            return;
        }
        if (!ready) {
            ready = loops.stream().allMatch(this::hasGoneRound);
            if (ready) {
                socket.tell("READY=1", "STATUS=every loop goes round");
            }
            return;
        }
        Instant now = clock.instant();
        Optional<Loop> stuck = loops.stream().filter(loop -> loop.isStuck(now)).findFirst();
        boolean waiting = waitsForDatabase();
        status(
                stuck.map(loop -> waiting ? "waiting for the database" : loop.name() + " is stuck")
                        .orElse("every loop goes round"));
        if (stuck.isEmpty() || waiting) {
            socket.tell("WATCHDOG=1");
        }
    }

    private boolean waitsForDatabase() {
        Instant now = clock.instant();
        if (stored.getAsBoolean()) {
            lastStored = now;
            return false;
        }
        return Duration.between(lastStored, now).compareTo(PATIENCE) < 0;
    }

    private boolean hasGoneRound(Loop loop) {
        return !loop.lastRound().get().equals(before.get(loop));
    }

    private void status(String now) {
        if (!now.equals(said)) {
            socket.tell("STATUS=" + now);
        }
        said = now;
    }

    /// Tells that Pikett ends, and falls silent.
    public synchronized void stopping() {
        stopping = true;
        socket.tell("STOPPING=1", "STATUS=ending");
    }
}
