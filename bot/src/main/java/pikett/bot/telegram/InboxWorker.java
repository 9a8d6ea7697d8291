package pikett.bot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands what the inbox holds over to the handler, each row once: the hand-over is noted, durably,
/// before it happens. Within a chat in the order of arrival; chats do not wait for each other.
///
/// One thread of its own looks into the inbox; the handler is called on virtual threads.
public final class InboxWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InboxWorker.class);
    private static final int BATCH = 100;
    private static final int MOST_PENDING = 1000;
    private static final int AT_ONCE = 32;
    private static final Duration PRUNE_EVERY = Duration.ofHours(1);
    private static final Duration CLAIM_RETRY = Duration.ofMillis(500);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Inbox inbox;
    private final Supplier<Optional<BotIdentity>> identity;
    private final IncomingHandler handler;
    private final InstantSource clock;
    private final ChatLanes lanes = new ChatLanes(AT_ONCE);
    private final Queue<Runnable> ended = new ConcurrentLinkedQueue<>();
    private final Semaphore signal = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;
    private volatile Instant lastTick;
    private final CountDownLatch ending = new CountDownLatch(1);
    private boolean interruptedReported;
    private long cursor;
    private Instant nextPrune = Instant.MIN;

    /// A worker that is not started.
    ///
    /// @param identity who we are; nothing is handed over before that is known, because it decides
    ///     which commands are ours
    public InboxWorker(
            Inbox inbox,
            Supplier<Optional<BotIdentity>> identity,
            IncomingHandler handler,
            InstantSource clock) {
        this.inbox = inbox;
        this.identity = identity;
        this.handler = handler;
        this.clock = clock;
        this.lastTick = clock.instant();
        this.thread = Thread.ofPlatform().daemon().name("telegram-inbox").unstarted(this::run);
    }

    /// Begins: first reports what an earlier run of Pikett left unfinished.
    public void start() {
        thread.start();
    }

    /// Makes it look into the inbox now.
    public void wake() {
        signal.release();
    }

    /// When it last went round without trouble.
    Instant lastTick() {
        return lastTick;
    }

    /// Hands nothing more over, and goes on noting which work has ended.
    public void stopTaking() {
        ending.countDown();
    }

    /// Stops. Work that still goes on is reported as interrupted after the next start.
    @Override
    public void close() {
        ending.countDown();
        closed = true;
        wake();
        try {
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            guardedRound();
            try {
                signal.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                signal.drainPermits();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        guardedRound();
    }

    private void guardedRound() {
        try {
            round();
            lastTick = clock.instant();
        } catch (RuntimeException e) {
            LOG.error("the inbox cannot be worked on at the moment, trying on", e);
        }
    }

    private void round() {
        noteEnded();
        if (ending()) {
            return;
        }
        pruneWhenDue();
        identity.get().ifPresent(this::handOver);
    }

    private void noteEnded() {
        for (Runnable note = ended.peek(); note != null; note = ended.peek()) {
            note.run();
            ended.remove();
        }
    }

    private void pruneWhenDue() {
        if (clock.instant().isAfter(nextPrune)) {
            inbox.prune();
            nextPrune = clock.instant().plus(PRUNE_EVERY);
        }
    }

    private void handOver(BotIdentity me) {
        if (!interruptedReported) {
            inbox.unfinished(MOST_PENDING).forEach(row -> takeUnfinished(row, me));
            interruptedReported = true;
        }
        if (lanes.pending() == 0) {
            // Numbers may be given out of order by a database with many writers.
            cursor = 0;
        }
        if (lanes.pending() >= MOST_PENDING) {
            return;
        }
        List<InboxRow> rows = inbox.waitingAfter(cursor, BATCH);
        for (InboxRow row : rows) {
            cursor = row.id();
            take(row, me);
        }
        if (rows.size() == BATCH) {
            wake();
        }
    }

    private void takeUnfinished(InboxRow row, BotIdentity me) {
        if (decode(row, me) instanceof Decoded.Understood(Incoming incoming)) {
            Runnable note = () -> inbox.reportInterrupted(row);
            inTurn(incoming, () -> give(row, incoming, Ageing.afterInterruption(incoming), note));
        }
    }

    private void take(InboxRow row, BotIdentity me) {
        switch (decode(row, me)) {
            case Decoded.NotUnderstood(String reason) -> {
                LOG.warn("inbox={} cannot be read: {}", row.id(), reason);
                inbox.bury(row, reason);
            }
            case Decoded.Understood(Incoming incoming) ->
                    inTurn(incoming, () -> takeOnce(row, incoming));
        }
    }

    /// In the lane of its chat. A move is worked on here and now: what was written under the new id
    /// comes later, in another lane, and must not overtake it.
    private void inTurn(Incoming incoming, Runnable work) {
        if (incoming instanceof Incoming.Migrated) {
            work.run();
        } else {
            lanes.submit(chatOf(incoming), work);
        }
    }

    private void takeOnce(InboxRow row, Incoming incoming) {
        if (ending() || !claimed(row)) {
            return;
        }
        Runnable note = () -> inbox.finish(row);
        if (incoming instanceof Incoming.Ignored(String kind)) {
            LOG.debug("inbox={} ignored kind={}", row.id(), kind);
            end(note);
            return;
        }
        give(row, incoming, Ageing.freshness(incoming, clock.instant()), note);
    }

    /// Insists, so that no later row of the chat overtakes this one while the database is away.
    private boolean claimed(InboxRow row) {
        do {
            try {
                return inbox.start(row);
            } catch (RuntimeException e) {
                LOG.error("inbox={} cannot be claimed at the moment, trying on", row.id(), e);
            }
        } while (!endsWithin(CLAIM_RETRY));
        return false;
    }

    private boolean endsWithin(Duration within) {
        try {
            return ending.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private boolean ending() {
        return ending.getCount() == 0;
    }

    private void give(InboxRow row, Incoming incoming, Freshness freshness, Runnable note) {
        stage(incoming, freshness)
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        LOG.error("inbox={} the work on it failed", row.id(), failure);
                    }
                    end(note);
                });
    }

    private CompletionStage<?> stage(Incoming incoming, Freshness freshness) {
        try {
            return handler.handle(incoming, freshness);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void end(Runnable note) {
        ended.add(note);
        wake();
    }

    private static Decoded decode(InboxRow row, BotIdentity me) {
        try {
            return UpdateDecoder.decode(ApiAnswer.JSON.readTree(row.raw()), me, row.receivedAt());
        } catch (JsonProcessingException e) {
            return new Decoded.NotUnderstood("not JSON: " + e.getOriginalMessage());
        }
    }

    private static long chatOf(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Typed typed -> typed.place().chat();
            case Incoming.Pressed pressed -> pressed.place().chat();
            case Incoming.Membership membership -> membership.place().chat();
            case Incoming.Migrated migrated -> migrated.from();
            case Incoming.Ignored _ -> 0;
        };
    }
}
