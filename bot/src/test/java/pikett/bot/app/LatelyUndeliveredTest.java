package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.adapters.store.Store;
import pikett.adapters.store.Stores;
import pikett.alerts.outbox.Content;
import pikett.alerts.outbox.Delivery;
import pikett.alerts.outbox.DeliveryId;
import pikett.alerts.outbox.DeliveryState;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.OutboxOverview;
import pikett.alerts.outbox.OutboxPump;
import pikett.alerts.outbox.SendOutcome;
import pikett.alerts.outbox.SqlOutbox;
import pikett.alerts.outbox.Subject;
import pikett.alerts.outbox.Urgency;
import pikett.bot.view.Undelivered;
import pikett.config.Secret;

/// What people and metrics are told of deliveries that died, from the real outbox.
final class LatelyUndeliveredTest {
    private final MovableClock clock = new MovableClock();
    private final PrometheusMeterRegistry metrics =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    @TempDir private Path folder;
    private Store store;
    private SqlOutbox outbox;
    private OutboxOverview overview;
    private OutboxPump pump;
    private LatelyUndelivered undelivered;

    @BeforeEach
    void open() {
        store = Stores.open(new Secret("jdbc:sqlite:" + folder.resolve("pikett.db")));
        outbox = new SqlOutbox(store, clock);
        overview = new OutboxOverview(store);
        pump =
                new OutboxPump(
                        outbox,
                        Map.of("telegram", LatelyUndeliveredTest::send),
                        clock,
                        () -> 0.5,
                        new OutboxPump.Settings(8, Duration.ofMillis(50)));
        pump.start();
        undelivered =
                new LatelyUndelivered(
                        overview, new ChatNames(() -> WrittenConfig.withChats("")), clock);
        new OutboxMeters(overview, clock).bindTo(metrics);
    }

    @AfterEach
    void close() throws InterruptedException {
        pump.stop(Duration.ofSeconds(5));
        store.close();
    }

    @Test
    void nothing_is_said_while_everything_arrives() {
        post("-1", "fine", DeliveryState.SENT);
        assertThat(undelivered.get()).isEqualTo(Undelivered.NOTHING);
        assertThat(metrics.scrape())
                .contains("pikett_outbox_given_up_last_day 0.0", "pikett_outbox_broken_chats 0.0");
    }

    @Test
    void what_died_is_told_for_a_day_by_the_names_of_its_chats() {
        post("-2", "refused", DeliveryState.DEAD);
        post("-1", "refused", DeliveryState.DEAD);
        post("-1", "refused", DeliveryState.DEAD);
        assertThat(undelivered.get())
                .isEqualTo(new Undelivered(3, List.of("ops", "feed"), List.of()));
        assertThat(metrics.scrape())
                .contains("pikett_outbox_given_up_last_day 3.0")
                .contains("pikett_outbox_broken_chats 0.0")
                .contains("pikett_outbox_deliveries{state=\"dead\"} 3.0");

        clock.jump(Duration.ofHours(24));
        assertThat(undelivered.get()).isEqualTo(Undelivered.NOTHING);
        assertThat(metrics.scrape()).contains("pikett_outbox_given_up_last_day 0.0");
    }

    @Test
    void a_chat_in_which_nothing_arrives_is_told_of_until_something_does() {
        post("-1", "kicked", DeliveryState.DEAD);
        assertThat(undelivered.get()).isEqualTo(new Undelivered(1, List.of("ops"), List.of("ops")));
        assertThat(metrics.scrape()).contains("pikett_outbox_broken_chats 1.0");

        clock.jump(Duration.ofDays(2));
        assertThat(undelivered.get()).isEqualTo(new Undelivered(0, List.of(), List.of("ops")));

        post("-1", "fine", DeliveryState.SENT);
        assertThat(undelivered.get()).isEqualTo(Undelivered.NOTHING);
        assertThat(metrics.scrape()).contains("pikett_outbox_broken_chats 0.0");
    }

    private void post(String address, String content, DeliveryState end) {
        DeliveryId id =
                store.write(transaction ->
                        outbox.post(
                                transaction,
                                new Destination("telegram", address),
                                new Subject("answer:1"),
                                new Content("text", content),
                                Urgency.ANSWER,
                                true));
        await().until(() ->
                overview.find(id).filter(standing -> standing.state() == end).isPresent());
    }

    private static SendOutcome send(Delivery delivery) {
        return switch (delivery.content().payload()) {
            case "refused" -> new SendOutcome.Rejected("too long", false);
            case "kicked" -> new SendOutcome.Rejected("kicked", true);
            default -> new SendOutcome.Sent("7");
        };
    }
}
