package pikett.bot.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import pikett.adapters.failpoint.FailPoint;

/// One polling session of the library with everything of ours around it: its only thread, its client,
/// its guard. When it dies, it is ended and another one is made.
///
/// [#begin()] and [#end(Duration)] are called by one thread.
final class PollSession {
    private static final Logger LOG = LoggerFactory.getLogger(PollSession.class);

    /// Edits and everything else stay away; Telegram remembers the list, so it is sent every time.
    static final List<String> ALLOWED = List.of("message", "callback_query", "my_chat_member");

    private final PollSettings settings;
    private final Inbox inbox;
    private final PollJournal journal;
    private final Runnable news;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final PollGuard guard;
    private final OkHttpClient client;
    private final ScheduledThreadPoolExecutor executor;
    private final BotSession session;
    private final IdlePace pace = new IdlePace();

    PollSession(
            TelegramEndpoint endpoint,
            PollSettings settings,
            Inbox inbox,
            PollJournal journal,
            Runnable news) {
        OnlyIds.areRead();
        this.settings = settings;
        this.inbox = inbox;
        this.journal = journal;
        this.news = news;
        this.guard = new PollGuard(endpoint.mask(), journal, this::dropConnections);
        this.client = TelegramHttp.forPolling(endpoint, settings.timeout(), guard);
        // Exactly one thread: two would poll against each other.
        this.executor =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("telegram-poll").factory());
        this.session =
                new BotSession(
                        new ObjectMapper(),
                        client,
                        executor,
                        endpoint.token().reveal(),
                        endpoint::url,
                        this::nextPoll,
                        Pauses::new,
                        consumer());
    }

    /// How long one call may take, and so [#begin()].
    Duration longestCall() {
        return Duration.ofMillis(client.callTimeoutMillis());
    }

    /// Takes away a webhook and begins to poll. Waits for Telegram's answer.
    ///
    /// @return whether Telegram could be reached; the journal says why not
    boolean begin() {
        journal.alive(settings.timeout());
        try {
            session.start();
            return true;
        } catch (TelegramApiException _) {
            return false; // the guard has noted it
        }
    }

    /// Ends the waiting of [#begin()], by whatever thread.
    void giveUp() {
        client.dispatcher().cancelAll();
    }

    /// Stops polling, also in the middle of a poll or of a pause. What the poll has brought and is not
    /// kept is not acknowledged and comes again.
    ///
    /// @param deadline of the waiting
    void end(Duration deadline) {
        ended.countDown();
        session.stop();
        executor.shutdownNow();
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
        try {
            if (!executor.awaitTermination(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn(
                        "the polling thread did not end within {}; it is left to itself", deadline);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Called by the library before every poll.
    private GetUpdates nextPoll(int last) {
        journal.alive(settings.timeout());
        awaitEnd(pace.before());
        if (journal.quiet().compareTo(PollSettings.QUIET) > 0) {
            LOG.info(
                    "no update for {}: forgetting the last id, Telegram may have started anew",
                    journal.quiet());
            journal.quietHandled();
            session.getLastReceivedUpdate().set(0);
            return poll(0);
        }
        return poll(last);
    }

    private GetUpdates poll(int last) {
        return GetUpdates.builder()
                .offset(last + 1)
                .limit(100)
                // After a failure a short poll: that Telegram is back is known at once.
                .timeout(journal.failing() ? 1 : (int) settings.timeout().toSeconds())
                .allowedUpdates(ALLOWED)
                .build();
    }

    private LongPollingUpdateConsumer consumer() {
        return this::consume;
    }

    /// Returning acknowledges: the next poll asks for what comes after. So this does not return before
    /// everything is kept, however long the database is away.
    private void consume(List<Update> updates) {
        UpdateBatch batch = guard.takeBatch();
        FailPoint.UPDATE_FETCHED.pass();
        keep(batch);
        FailPoint.INBOX_COMMITTED.pass();
        if (updates.isEmpty()) {
            follow(batch);
        }
        news.run();
    }

    private void keep(UpdateBatch batch) {
        for (int attempt = 1; ; attempt++) {
            try {
                if (inbox.keep(batch) > 0) {
                    pace.progressed();
                }
                journal.stored();
                return;
            } catch (RuntimeException e) {
                if (attempt == 1) {
                    LOG.error("updates={} cannot be kept, trying on", batch.updates().size(), e);
                }
                journal.storeAway(e.getClass().getSimpleName() + ": " + e.getMessage());
            }
            Duration pause = storePause(attempt);
            journal.alive(pause);
            if (awaitEnd(pause)) {
                // Ends the library's loop, so that no further poll acknowledges the batch.
                throw new CancellationException("stopped before the updates were kept");
            }
        }
    }

    private Duration storePause(int attempt) {
        Duration growing = Duration.ofMillis(100L << Math.min(attempt, 10));
        return growing.compareTo(settings.storeRetry()) < 0 ? growing : settings.storeRetry();
    }

    /// The library drops ids below its last one and would ask for ever for higher ones. When all that
    /// comes is lower, Telegram has started anew: go on from there. What is known is kept only once.
    private void follow(UpdateBatch batch) {
        batch.updates().stream()
                .mapToInt(RawUpdate::updateId)
                .max()
                .ifPresent(highest -> {
                    LOG.info("update ids have started anew at {}", highest);
                    session.getLastReceivedUpdate().set(highest);
                });
    }

    private void dropConnections() {
        client.connectionPool().evictAll();
    }

    private boolean awaitEnd(Duration atMost) {
        try {
            return ended.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /// Our back-off in the library's clothes.
    private final class Pauses implements BackOff {
        @Override
        public void reset() {
            // The journal counts, and knows more than the library.
        }

        /// Waits here and leaves nothing to wait for the library, whose sleep cannot be ended: it
        /// swallows interrupts.
        @Override
        public long nextBackOffMillis() {
            Duration pause = journal.pause(ThreadLocalRandom.current().nextDouble());
            journal.alive(pause.plus(settings.timeout()));
            awaitEnd(pause);
            return 0;
        }
    }
}
