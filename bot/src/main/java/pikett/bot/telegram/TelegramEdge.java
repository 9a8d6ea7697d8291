package pikett.bot.telegram;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import pikett.adapters.store.Store;
import pikett.bot.telegram.PollHealth.State;

/// Everything that brings updates from Telegram to the handler, put together.
///
/// Starting never depends on Telegram. Safe for use by many threads.
public final class TelegramEdge implements AutoCloseable {
    private final Poller poller;
    private final InboxWorker worker;
    private final OwnIdentity identity;

    /// An edge that is not started. The calls in `api` are not closed with it.
    public TelegramEdge(
            TelegramEndpoint endpoint,
            BotApi api,
            Store store,
            IncomingHandler handler,
            InstantSource clock) {
        this(endpoint, PollSettings.USUAL, api, store, handler, clock);
    }

    TelegramEdge(
            TelegramEndpoint endpoint,
            PollSettings settings,
            BotApi api,
            Store store,
            IncomingHandler handler,
            InstantSource clock) {
        Inbox inbox = new Inbox(store, endpoint.botId(), clock);
        this.poller = new Poller(endpoint, settings, inbox, this::wake, clock);
        this.identity = new OwnIdentity(api, this::polling, clock);
        this.worker = new InboxWorker(inbox, identity, handler, clock);
    }

    /// Begins to poll and to hand over, and returns at once.
    public void start() {
        worker.start();
        poller.start();
    }

    /// How polling is doing.
    public PollHealth health() {
        return poller.health();
    }

    /// How the polls since the start ended.
    public PollCounts polls() {
        return poller.counts();
    }

    /// When both loops, that which polls and that which hands over, last went round without trouble,
    /// whether or not Telegram answers.
    public Instant lastTick() {
        Instant polled = poller.lastTick();
        Instant handed = worker.lastTick();
        return polled.isBefore(handed) ? polled : handed;
    }

    /// Who we are, if Telegram has told us by now.
    public Optional<BotIdentity> identity() {
        return identity.known();
    }

    /// Stops polling and handing over, within seconds; notes on what ends of the work that goes on.
    public void stopTaking() {
        poller.close();
        worker.stopTaking();
    }

    /// Stops altogether. Work that has not ended by now is reported as interrupted after the next start.
    @Override
    public void close() {
        stopTaking();
        worker.close();
    }

    private void wake() {
        worker.wake();
    }

    private boolean polling() {
        return poller.health().state() == State.POLLING;
    }
}
