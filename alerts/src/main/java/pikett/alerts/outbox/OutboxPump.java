package pikett.alerts.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.adapters.store.StoreUnavailableException;

/// Carries deliveries from the outbox to the senders: one loop that decides whose turn it is and writes
/// down what became of it, and a virtual thread for each attempt.
///
/// To each destination at most one attempt goes on. An attempt that was cut off by a crash is taken for
/// one that may have arrived. [#start()] and [#stop(Duration)] are called once each; the rest is safe
/// for use by many threads.
public final class OutboxPump {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxPump.class);

    private final PumpRound round;
    private final Wake wake;
    private final Duration poll;
    private final Thread thread;
    private final AtomicLong failures = new AtomicLong();
    private final InstantSource clock;
    private volatile Instant lastTick;
    private volatile boolean stopping;

    /// @param inFlight how many attempts may go on at once
    /// @param poll how long the loop waits at most before it looks again
    public record Settings(int inFlight, Duration poll) {}

    /// @param senders by the name of their channel; what is for another channel waits
    /// @param chance gives numbers of at least 0 and below 1
    public OutboxPump(
            SqlOutbox outbox,
            Map<String, Sender> senders,
            InstantSource clock,
            DoubleSupplier chance,
            Settings settings) {
        this.wake = outbox.wake();
        this.clock = clock;
        this.poll = settings.poll();
        this.lastTick = clock.instant();
        this.round =
                new PumpRound(
                        outbox.ledger(),
                        new SendingDesk(senders, settings.inFlight(), wake),
                        new PumpRound.Decisions(clock, chance));
        this.thread = Thread.ofPlatform().daemon().name("outbox-pump").unstarted(this::loop);
    }

    public void start() {
        thread.start();
    }

    /// Starts no more attempts, and waits for those that go on. One that is not over in time stays
    /// unknown, as after a crash.
    ///
    /// @return whether all were over in time
    public boolean stop(Duration atMost) throws InterruptedException {
        stopping = true;
        wake.signal();
        boolean over = thread.join(atMost);
        if (!over) {
            round.abandon();
            thread.interrupt();
        }
        return over;
    }

    /// When the loop last went round without trouble.
    public Instant lastTick() {
        return lastTick;
    }

    /// How often a round failed.
    public long failures() {
        return failures.get();
    }

    private void loop() {
        try {
            while (!stopping || round.sending() > 0) {
                wake.await(tick());
            }
        } catch (InterruptedException _) {
            // The deadline of stopping is over.
            Thread.currentThread().interrupt();
        }
    }

    private Duration tick() {
        try {
            Duration pause = round.go(!stopping);
            lastTick = clock.instant();
            return pause.compareTo(poll) < 0 ? pause : poll;
        } catch (StoreUnavailableException e) {
            LOG.warn("outbox waits for the database failures={}", failures.incrementAndGet(), e);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("outbox round failed failures={}", failures.incrementAndGet(), e);
        }
        return poll;
    }
}
