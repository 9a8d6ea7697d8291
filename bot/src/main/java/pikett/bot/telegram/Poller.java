package pikett.bot.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings updates into the inbox, for as long as it is not closed: starts a polling session whenever
/// there is none, whether or not Telegram can be reached, and replaces one that has fallen silent.
///
/// Safe for use by many threads.
public final class Poller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    private static final Duration STOP = Duration.ofSeconds(3);

    private final TelegramEndpoint endpoint;
    private final PollSettings settings;
    private final Inbox inbox;
    private final Runnable news;
    private final InstantSource clock;
    private final PollJournal journal;
    private final ScheduledExecutorService watchdog =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("telegram-watchdog").factory());
    private @Nullable PollSession session;
    private Instant nextStart;
    private boolean closed;
    private volatile Instant lastTick;

    /// A poller that is not started.
    ///
    /// @param news called after something was kept
    public Poller(TelegramEndpoint endpoint, Inbox inbox, Runnable news, InstantSource clock) {
        this(endpoint, PollSettings.USUAL, inbox, news, clock);
    }

    Poller(
            TelegramEndpoint endpoint,
            PollSettings settings,
            Inbox inbox,
            Runnable news,
            InstantSource clock) {
        this.endpoint = endpoint;
        this.settings = settings;
        this.inbox = inbox;
        this.news = news;
        this.clock = clock;
        this.journal = new PollJournal(clock);
        this.nextStart = clock.instant();
        this.lastTick = nextStart;
    }

    /// Begins, and returns at once.
    public void start() {
        Future<?> _ =
                watchdog.scheduleWithFixedDelay(
                        this::guardedWatch,
                        0,
                        settings.watchEvery().toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /// How polling is doing.
    public PollHealth health() {
        return journal.health();
    }

    /// When it was last seen that polling goes on, whether or not Telegram answers.
    Instant lastTick() {
        return lastTick;
    }

    /// Stops within a few seconds. What was received and not kept comes again after the next start.
    @Override
    public void close() {
        watchdog.shutdownNow();
        synchronized (this) {
            closed = true;
            endSession();
        }
        journal.stopped();
    }

    private void guardedWatch() {
        try {
            watch();
        } catch (RuntimeException e) {
            // A watchdog that dies of an exception would never be missed.
            LOG.error("the watchdog of polling failed, trying on", e);
        }
    }

    synchronized void watch() {
        if (closed) {
            return;
        }
        if (session == null) {
            startWhenDue();
            lastTick = clock.instant();
        } else if (journal.silentFor(settings.timeout().multipliedBy(2))) {
            LOG.error("polling has fallen silent, starting it anew");
            endSession();
            startWhenDue();
        } else {
            lastTick = clock.instant();
        }
    }

    private void startWhenDue() {
        if (clock.instant().isBefore(nextStart)) {
            return;
        }
        PollSession fresh = new PollSession(endpoint, settings, inbox, journal, news);
        if (fresh.begin()) {
            session = fresh;
            return;
        }
        fresh.end(Duration.ZERO);
        nextStart = clock.instant().plus(journal.pause(ThreadLocalRandom.current().nextDouble()));
    }

    private void endSession() {
        if (session != null) {
            session.end(STOP);
            session = null;
        }
    }
}
