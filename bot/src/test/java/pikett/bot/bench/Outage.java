package pikett.bot.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import pikett.adapters.store.Store;
import pikett.adapters.store.Stores;
import pikett.alerts.outbox.Content;
import pikett.alerts.outbox.Delivery;
import pikett.alerts.outbox.DeliveryState;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Limit;
import pikett.alerts.outbox.OutboxOverview;
import pikett.alerts.outbox.OutboxPump;
import pikett.alerts.outbox.SendOutcome;
import pikett.alerts.outbox.Sender;
import pikett.alerts.outbox.SqlOutbox;
import pikett.alerts.outbox.Subject;
import pikett.alerts.outbox.Urgency;
import pikett.bot.card.Card;
import pikett.bot.card.CardJson;
import pikett.bot.card.RichText;
import pikett.bot.delivery.TelegramSender;
import pikett.bot.telegram.BotApi;
import pikett.bot.telegram.HandClock;
import pikett.bot.telegram.TelegramEndpoint;
import pikett.config.Language;
import pikett.config.Secret;
import pikett.playground.botapi.BotApiServer;
import pikett.playground.botapi.BotApiSettings;
import pikett.playground.telegram.Cloud;
import pikett.playground.telegram.message.Bot;
import pikett.playground.telegram.message.Chat;
import pikett.playground.telegram.message.Message;
import pikett.playground.telegram.message.Person;

/// Hours in which Telegram cannot be reached while more and more is to be said, in moved time: the
/// program's outbox, pump and sender, and then a Bot API server with Telegram's limits.
final class Outage implements AutoCloseable {
    private static final String TOKEN = "7000000001:AAE-token_of_the_outage";
    private static final Duration LOOK = Duration.ofMinutes(1);
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration LONGEST_DRAIN = Duration.ofHours(18);

    /// Of so many messages one is critical.
    private static final int CRITICAL = 10;

    private final HandClock clock = new HandClock(Instant.parse("2026-11-21T02:00:00Z"));
    private final Cloud cloud = new Cloud(clock, Bot.named(7_000_000_001L, "Pikett", "pikett_bot"));
    private final List<Chat> groups = new ArrayList<>();
    private final BotApiSettings settings;
    private final BotApi api;
    private final Watched sender;
    private final Store store;
    private final SqlOutbox outbox;
    private final OutboxOverview overview;
    private final OutboxPump pump;
    private Optional<BotApiServer> server = Optional.empty();
    private int queued;

    /// What became of what was to be said.
    ///
    /// @param dead what was given up, and stands in the outbox with its reason
    /// @param twice messages that a person reads a second time
    /// @param unordered messages that stand behind a later one of the same urgency in the same chat
    /// @param drain how long it took from the end of the outage, in moved time
    record Toll(
            int queued,
            int attempts,
            int read,
            int dead,
            int twice,
            int unordered,
            int refused,
            Duration drain) {}

    Outage(Path folder, int chats) throws Exception {
        Person anna = cloud.rooms().addPerson(Person.human(111, "Anna"));
        for (int number = 0; number < chats; number++) {
            Chat group = cloud.rooms().createGroup("Team " + number, anna);
            cloud.rooms().addBot(group.id(), anna);
            groups.add(group);
        }
        // Its port is kept for the time when it answers again.
        try (BotApiServer before = BotApiServer.start(cloud, BotApiSettings.of(TOKEN))) {
            settings = BotApiSettings.of(TOKEN).onPort(before.address().getPort());
            api =
                    new BotApi(
                            new TelegramEndpoint(
                                    before.address(), new Secret(TOKEN), Optional.empty()));
        }
        sender = new Watched(new TelegramSender(api, _ -> Language.EN, clock));
        store = Stores.open(new Secret("jdbc:sqlite:" + folder.resolve("outage.db")));
        outbox = new SqlOutbox(store, clock);
        overview = new OutboxOverview(store);
        pump =
                new OutboxPump(
                        outbox,
                        Map.of("telegram", sender),
                        clock,
                        () -> 0.5,
                        new OutboxPump.Settings(32, Duration.ofMillis(1)));
        pump.start();
    }

    /// Nothing answers for that long, while so many messages come to be said, evenly.
    void lasts(Duration howLong, int messages) throws InterruptedException {
        long looks = howLong.dividedBy(LOOK);
        for (long look = 1; look <= looks; look++) {
            post((int) (messages * look / looks));
            clock.forward(LOOK);
            rest();
        }
    }

    /// Telegram answers again, and everything is waited for.
    Toll ends() throws InterruptedException {
        server = Optional.of(BotApiServer.start(cloud, settings));
        Instant back = clock.instant();
        while (waiting() && clock.instant().isBefore(back.plus(LONGEST_DRAIN))) {
            for (int beat = 0; beat < 10; beat++) {
                clock.forward(BEAT);
                rest();
            }
        }
        return toll(Duration.between(back, clock.instant()));
    }

    private boolean waiting() {
        Map<DeliveryState, Long> counts = overview.counts();
        return counts.get(DeliveryState.SENT) + counts.get(DeliveryState.DEAD) < queued;
    }

    private void post(int until) {
        store.write(transaction -> {
            for (; queued < until; queued++) {
                outbox.post(
                        transaction,
                        new Destination("telegram", "" + groups.get(queued % groups.size()).id()),
                        new Subject("message:" + queued),
                        new Content(CardJson.KIND, CardJson.write(card(queued))),
                        critical(queued) ? Urgency.CRITICAL : Urgency.NORMAL,
                        false);
            }
            return queued;
        });
    }

    /// By the round of all chats, so that each has critical ones.
    private boolean critical(int number) {
        return number / groups.size() % CRITICAL == 0;
    }

    private static Card card(int number) {
        return new Card(
                new RichText(Integer.toString(number), List.of()), List.of(), Optional.empty());
    }

    /// Until the pump has gone round once more and found nothing to begin.
    private void rest() throws InterruptedException {
        int begun;
        do {
            begun = sender.begun.get();
            goRound();
            goRound();
        } while (sender.going.get() > 0 || sender.begun.get() > begun);
    }

    private void goRound() throws InterruptedException {
        clock.forward(Duration.ofNanos(1));
        Instant now = clock.instant();
        while (pump.lastTick().isBefore(now)) {
            Thread.sleep(0, 100_000);
        }
    }

    private Toll toll(Duration drain) {
        int read = 0;
        int unordered = 0;
        Set<Integer> known = new HashSet<>();
        for (Chat group : groups) {
            int lastCritical = -1;
            int lastOther = -1;
            for (Message message : fromBot(group)) {
                int number = Integer.parseInt(message.text());
                boolean late = number < (critical(number) ? lastCritical : lastOther);
                unordered += late ? 1 : 0;
                if (critical(number)) {
                    lastCritical = number;
                } else {
                    lastOther = number;
                }
                read++;
                known.add(number);
            }
        }
        return new Toll(
                queued,
                sender.begun.get(),
                known.size(),
                overview.counts().get(DeliveryState.DEAD).intValue(),
                read - known.size(),
                unordered,
                cloud.refusedAsTooMuch(),
                drain);
    }

    private List<Message> fromBot(Chat group) {
        return cloud.messages(group.id()).stream()
                .filter(message -> message.isFrom(cloud.bot().id()))
                .toList();
    }

    @Override
    public void close() {
        try {
            pump.stop(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        store.close();
        api.close();
        server.ifPresent(BotApiServer::close);
    }

    /// Counts what the pump begins, to know when it rests.
    private static final class Watched implements Sender {
        private final Sender inner;
        private final AtomicInteger begun = new AtomicInteger();
        private final AtomicInteger going = new AtomicInteger();

        Watched(Sender inner) {
            this.inner = inner;
        }

        @Override
        public List<Limit> limits() {
            return inner.limits();
        }

        @Override
        public boolean edits() {
            return inner.edits();
        }

        @Override
        public SendOutcome send(Delivery delivery) {
            going.incrementAndGet();
            begun.incrementAndGet();
            try {
                return inner.send(delivery);
            } finally {
                going.decrementAndGet();
            }
        }
    }
}
