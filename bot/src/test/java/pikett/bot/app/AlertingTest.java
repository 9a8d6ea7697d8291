package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.adapters.store.Store;
import pikett.adapters.store.Stores;
import pikett.alerts.alert.Facts;
import pikett.alerts.alert.Report;
import pikett.alerts.alert.Status;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.incident.Incidents;
import pikett.alerts.label.Labels;
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
import pikett.alerts.pipeline.Pipeline;
import pikett.alerts.pipeline.Round;
import pikett.bot.audit.AuditLog;
import pikett.bot.delivery.TelegramLimits;
import pikett.bot.trace.Traces;
import pikett.config.PikettConfig;
import pikett.config.Secret;
import pikett.config.Severity;

final class AlertingTest {
    private final MovableClock clock = new MovableClock();

    @Test
    void whatWasSaidIsForgottenAfterAMonthAndNotBefore(@TempDir Path folder) throws Exception {
        try (Store store = Stores.open(new Secret("jdbc:sqlite:" + folder.resolve("pikett.db")))) {
            SqlOutbox outbox = new SqlOutbox(store, clock);
            OutboxOverview overview = new OutboxOverview(store);
            DeliveryId said = say(store, outbox, overview);
            Alerting alerting = alerting(store, outbox, "{}");

            clock.jump(Duration.ofDays(29));
            alerting.housekeeping().tidy();
            assertThat(overview.find(said)).isPresent();

            clock.jump(Duration.ofDays(2));
            alerting.housekeeping().tidy();
            assertThat(overview.find(said)).isEmpty();
        }
    }

    @Test
    void anIncidentIsForgottenWhenTheConfigurationSaysSo(@TempDir Path folder) throws Exception {
        try (Store store = Stores.open(new Secret("jdbc:sqlite:" + folder.resolve("pikett.db")))) {
            SqlOutbox outbox = new SqlOutbox(store, clock);
            incidentThatIsOver(store, outbox);
            Incidents incidents = new Incidents(store);
            clock.jump(Duration.ofDays(8));

            alerting(store, outbox, "{ incidents: 9d }").housekeeping().tidy();
            assertThat(incidents.byNumber(new IncidentNumber(1))).isPresent();

            alerting(store, outbox, "{ incidents: 7d }").housekeeping().tidy();
            assertThat(incidents.byNumber(new IncidentNumber(1))).isEmpty();
        }
    }

    private Alerting alerting(Store store, SqlOutbox outbox, String retention) {
        PikettConfig config = WrittenConfig.withChats("storage: { retention: " + retention + " }");
        return new Alerting(
                new Alerting.Ways(
                        store,
                        outbox,
                        () -> config,
                        new AuditLog(clock, text -> text),
                        text -> text,
                        clock,
                        Traces.none()));
    }

    private void incidentThatIsOver(Store store, SqlOutbox outbox) {
        PikettConfig config = WrittenConfig.withChats("");
        Pipeline pipeline =
                new Pipeline(
                        store,
                        new Round(
                                outbox,
                                new AlertRules(() -> config),
                                TelegramLimits::perMinute,
                                clock));
        Instant began = clock.instant();
        Stream.of(Status.FIRING, Status.RESOLVED)
                .forEach(status ->
                        pipeline.accept(
                                List.of(
                                        new Report(
                                                "check",
                                                Labels.of(Map.of("alertname", "ServiceDown")),
                                                status,
                                                Severity.CRITICAL,
                                                began,
                                                clock.instant(),
                                                Facts.NONE))));
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
