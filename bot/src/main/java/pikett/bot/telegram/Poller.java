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

    /// A call ends a little later than its client promises, for instance after a slow look-up of the name.
    private static final Duration SLACK = Duration.ofSeconds(10);

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
    private volatile boolean closed;
    private volatile @Nullable PollSession beginning;
    private volatile Instant lastTick;

    /// Until when a session may take to begin. It asks Telegram first, and the watchdog waits for the answer:
    /// that Telegram keeps silent must not look as if we were stuck.
    private volatile Instant connectingUntil = Instant.MIN;

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

    /// How the polls since the start ended.
    PollCounts counts() {
        return journal.counts();
    }

    /// When it was last seen that polling goes on, whether or not Telegram answers: now, while a session
    /// begins and has not taken longer than it may.
    Instant lastTick() {
        Instant now = clock.instant();
        return now.isBefore(connectingUntil) ? now : lastTick;
    }

    /// Stops within a few seconds. What was received and not kept comes again after the next start.
    @Override
    public void close() {
        closed = true;
        watchdog.shutdownNow();
        // It waits for Telegram, and we for it: for longer than a stop may take.
        PollSession waiting = beginning;
        if (waiting != null) {
            waiting.giveUp();
        }
        synchronized (this) {
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
        if (connect(fresh)) {
            session = fresh;
            return;
        }
        fresh.end(Duration.ZERO);
        nextStart = clock.instant().plus(journal.pause(ThreadLocalRandom.current().nextDouble()));
    }

    private boolean connect(PollSession fresh) {
        connectingUntil = clock.instant().plus(fresh.longestCall()).plus(SLACK);
        beginning = fresh;
        try {
            // Whoever closes after this was looked at finds the session to give up.
            boolean reached = !closed && fresh.begin();
            // Before the other one goes: between the two nobody must see an old time.
            lastTick = clock.instant();
            return reached;
        } finally {
            connectingUntil = Instant.MIN;
            beginning = null;
        }
    }

    private void endSession() {
        if (session != null) {
            session.end(STOP);
            session = null;
        }
    }
}
