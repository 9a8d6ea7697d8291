package pikett.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.adapters.store.Store;
import pikett.adapters.store.Stores;
import pikett.alerts.outbox.Content;
import pikett.alerts.outbox.Delivery;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Limit;
import pikett.alerts.outbox.OutboxPump;
import pikett.alerts.outbox.Rate;
import pikett.alerts.outbox.SendOutcome;
import pikett.alerts.outbox.Sender;
import pikett.alerts.outbox.SqlOutbox;
import pikett.alerts.outbox.Subject;
import pikett.alerts.outbox.Urgency;
import pikett.bot.card.Card;
import pikett.bot.card.CardJson;
import pikett.bot.card.RichText;
import pikett.bot.telegram.BotApi;
import pikett.bot.telegram.HandClock;
import pikett.bot.telegram.TelegramEndpoint;
import pikett.config.Language;
import pikett.config.Secret;
import pikett.playground.botapi.BotApiServer;
import pikett.playground.botapi.BotApiSettings;
import pikett.playground.telegram.Cloud;
import pikett.playground.telegram.FloodRules;
import pikett.playground.telegram.message.Bot;
import pikett.playground.telegram.message.Chat;
import pikett.playground.telegram.message.Person;

/// The outbox and Telegram's limits, which the sender declares.
final class TelegramLimitsTest {
    private static final String TOKEN = "7000000001:AAE-canary_token_that_must_not_be_seen";

    private final HandClock clock = new HandClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final AtomicInteger keptBack = new AtomicInteger();

    @Test
    void a_group_takes_less_than_a_person() {
        Duration minute = Duration.ofMinutes(1);
        assertThat(TelegramLimits.perMinute(to("-1001"))).isEqualTo(new Rate(20, minute));
        assertThat(TelegramLimits.perMinute(to("-1001/5"))).isEqualTo(new Rate(20, minute));
        assertThat(TelegramLimits.perMinute(to("111"))).isEqualTo(new Rate(60, minute));
    }

    @Test
    void the_topics_of_a_forum_share_what_it_takes_and_chats_do_not() {
        List<Optional<String>> forum = sharedBy("-1001");
        assertThat(sharedBy("-1001/5")).isEqualTo(forum);
        assertThat(sharedBy("-1002").subList(0, 2)).doesNotContainAnyElementsOf(forum);
        assertThat(sharedBy("111").get(1)).isEmpty();
    }

    @Test
    void the_outbox_starts_nothing_that_telegram_would_not_take(@TempDir Path folder)
            throws Exception {
        Cloud cloud = new Cloud(clock, Bot.named(7_000_000_001L, "Pikett", "pikett_bot"));
        Person anna = cloud.rooms().addPerson(Person.human(111, "Anna"));
        Chat group = cloud.rooms().createGroup("Team", anna);
        cloud.rooms().addBot(group.id(), anna);
        cloud.useFloodRules(FloodRules.TELEGRAM);
        try (BotApiServer server = BotApiServer.start(cloud, BotApiSettings.of(TOKEN));
                BotApi api =
                        new BotApi(
                                new TelegramEndpoint(
                                        server.address(), new Secret(TOKEN), Optional.empty()));
                Store store =
                        Stores.open(new Secret("jdbc:sqlite:" + folder.resolve("pikett.db")))) {
            SqlOutbox outbox = new SqlOutbox(store, clock);
            OutboxPump pump = pump(outbox, new TelegramSender(api, _ -> Language.EN, clock));
            int before = cloud.messages(group.id()).size();
            for (int nth = 0; nth < 25; nth++) {
                post(store, outbox, to("" + group.id()), nth);
            }

            for (int arrived : List.of(3, 6, 9, 12, 15, 18, 20)) {
                await().until(() -> cloud.messages(group.id()).size() - before >= arrived);
                clock.forward(Duration.ofSeconds(3));
            }
            clock.forward(Duration.ofSeconds(39));
            await().until(() -> cloud.messages(group.id()).size() - before >= 23);
            pump.stop(Duration.ofSeconds(5));

            assertThat(cloud.messages(group.id())).hasSize(before + 23);
            assertThat(cloud.refusedAsTooMuch()).isZero();
            assertThat(keptBack).hasValue(0);
        }
    }

    private OutboxPump pump(SqlOutbox outbox, TelegramSender sender) {
        OutboxPump pump =
                new OutboxPump(
                        outbox,
                        Map.of(
                                TelegramAddress.CHANNEL,
                                new LiveSender(new Counting(sender), (_, _) -> Optional.empty())),
                        clock,
                        () -> 0.5,
                        new OutboxPump.Settings(8, Duration.ofMillis(20)));
        pump.start();
        return pump;
    }

    /// Counts what the sender had to keep back because the outbox did not.
    private final class Counting implements Sender {
        private final Sender sender;

        Counting(Sender sender) {
            this.sender = sender;
        }

        @Override
        public List<Limit> limits() {
            return sender.limits();
        }

        @Override
        public SendOutcome send(Delivery delivery) {
            SendOutcome outcome = sender.send(delivery);
            if (outcome instanceof SendOutcome.KeptBack) {
                keptBack.incrementAndGet();
            }
            return outcome;
        }
    }

    private static void post(Store store, SqlOutbox outbox, Destination to, int nth) {
        Card card = new Card(RichText.plain("message " + nth), List.of(), Optional.empty());
        store.write(transaction ->
                outbox.post(
                        transaction,
                        to,
                        new Subject("test:" + nth),
                        new Content(CardJson.KIND, CardJson.write(card)),
                        Urgency.NORMAL,
                        true));
    }

    private static Destination to(String address) {
        return new Destination(TelegramAddress.CHANNEL, address);
    }

    private static List<Optional<String>> sharedBy(String address) {
        return TelegramLimits.ALL.stream()
                .map(limit -> limit.sharedBy().apply(to(address)))
                .toList();
    }
}
