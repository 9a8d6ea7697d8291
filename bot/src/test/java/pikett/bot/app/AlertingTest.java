package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.adapters.store.Store;
import pikett.adapters.store.Stores;
import pikett.alerts.outbox.Content;
import pikett.alerts.outbox.DeliveryId;
import pikett.alerts.outbox.DeliveryState;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.OutboxOverview;
import pikett.alerts.outbox.OutboxPump;
import pikett.alerts.outbox.SendOutcome;
import pikett.alerts.outbox.SqlOutbox;
import pikett.alerts.outbox.Subject;
import pikett.alerts.outbox.Urgency;
import pikett.bot.audit.AuditLog;
import pikett.config.Secret;

final class AlertingTest {
    private final MovableClock clock = new MovableClock();

    @Test
    void whatWasSaidIsForgottenAfterAMonthAndNotBefore(@TempDir Path folder) throws Exception {
        try (Store store = Stores.open(new Secret("jdbc:sqlite:" + folder.resolve("pikett.db")))) {
            SqlOutbox outbox = new SqlOutbox(store, clock);
            OutboxOverview overview = new OutboxOverview(store);
            DeliveryId said = say(store, outbox, overview);
            Alerting alerting =
                    new Alerting(
                            new Alerting.Ways(
                                    store,
                                    outbox,
                                    () -> {
                                        throw new IllegalStateException(
                                                "nobody is told of anything");
                                    },
                                    new AuditLog(clock, text -> text),
                                    text -> text,
                                    clock));

            clock.jump(Duration.ofDays(29));
            alerting.housekeeping().tidy();
            assertThat(overview.find(said)).isPresent();

            clock.jump(Duration.ofDays(2));
            alerting.housekeeping().tidy();
            assertThat(overview.find(said)).isEmpty();
        }
    }

    private DeliveryId say(Store store, SqlOutbox outbox, OutboxOverview overview)
            throws InterruptedException {
        DeliveryId said =
                store.write(transaction ->
                        outbox.post(
                                transaction,
                                new Destination("telegram", "111"),
                                new Subject("answer:1"),
                                new Content("card", "{}"),
                                Urgency.ANSWER,
                                true));
        OutboxPump pump =
                new OutboxPump(
                        outbox,
                        Map.of("telegram", _ -> new SendOutcome.Sent("7")),
                        clock,
                        () -> 0.5,
                        new OutboxPump.Settings(1, Duration.ofMillis(50)));
        pump.start();
        await().until(() ->
                overview.find(said)
                        .filter(standing -> standing.state() == DeliveryState.SENT)
                        .isPresent());
        pump.stop(Duration.ofSeconds(5));
        return said;
    }
}
