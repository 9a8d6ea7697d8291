package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.adapters.store.Store;
import pikett.adapters.store.Stores;
import pikett.alerts.alert.Facts;
import pikett.alerts.alert.Report;
import pikett.alerts.alert.Status;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.incident.Incidents;
import pikett.alerts.incident.Reason;
import pikett.alerts.incident.Said;
import pikett.alerts.label.Labels;
import pikett.alerts.mute.Mute;
import pikett.alerts.outbox.Content;
import pikett.alerts.outbox.DeliveryId;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Outbox;
import pikett.alerts.outbox.SqlOutbox;
import pikett.alerts.outbox.Subject;
import pikett.alerts.outbox.Urgency;
import pikett.alerts.pipeline.Pipeline;
import pikett.alerts.pipeline.Round;
import pikett.alerts.pipeline.Timers;
import pikett.bot.delivery.TelegramLimits;
import pikett.config.PikettConfig;
import pikett.config.Secret;
import pikett.config.Severity;

/// Who hears of what and when, from the lines of the configuration to the outbox. In `ops` and `feed`
/// (-1 and -2), on a clock that is moved by hand.
final class NotifyStory {
    private static final String RULES =
            """
            notify:
              group-by: [service, host]
              group-wait: 10s
              repeat-after: 30m
              routes:
                - { when: [severity="critical"], to: [ops, feed] }
                - { when: [service=~"ai-admin-.*"], to: [feed], mute: night }
                - { when: [service="caddy"], to: [feed], continue: true }
                - { when: [host!=""], to: [ops] }
              mute-windows:
                night: { time-zone: Europe/Berlin, from: '22:00', to: '07:00', below: critical }
              inhibit:
                - { source: [alertname="HostUnreachable"], target: [host=~".+"], equal: [host] }
            """;

    /// Half past eleven in Berlin.
    private Instant now = Instant.parse("2026-11-20T22:30:00Z");

    private final Map<Labels, Instant> firing = new HashMap<>();
    private final List<String> said = new ArrayList<>();
    private PikettConfig today = WrittenConfig.withChats(RULES);
    @TempDir private Path folder;
    private Store store;
    private Pipeline pipeline;
    private Timers timers;
    private Incidents incidents;

    @BeforeEach
    void open() {
        store = Stores.open(new Secret("jdbc:sqlite:" + folder.resolve("pikett.db")));
        Outbox outbox = new Listening(new SqlOutbox(store, () -> now));
        Round round =
                new Round(
                        outbox, new AlertRules(() -> today), TelegramLimits::perMinute, () -> now);
        pipeline = new Pipeline(store, round);
        timers = new Timers(store, round);
        incidents = new Incidents(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void what_is_critical_goes_to_both_at_once_and_again_while_nobody_takes_it() {
        fires("ServiceDown", "ai-admin-api", "prod-1", Severity.CRITICAL);
        assertThat(said()).containsExactly("-1 incident:1", "-2 incident:1");
        assertThat(routeOf(1, "ops")).isEqualTo("severity=\"critical\"");

        pass(Duration.ofMinutes(29));
        assertThat(said()).isEmpty();
        pass(Duration.ofMinutes(1));
        assertThat(said()).contains("-1 incident:1:note:1", "-2 incident:1:note:1");
    }

    @Test
    void a_warning_of_the_night_waits_for_the_morning() {
        fires("MemoryHigh", "ai-admin-api", "prod-1", Severity.WARNING);
        fires("MemoryHigh", "ai-admin-worker", "prod-1", Severity.WARNING);
        pass(Duration.ofSeconds(30));
        ends("MemoryHigh", "ai-admin-worker", "prod-1");
        pass(Duration.ofHours(7));
        assertThat(said()).isEmpty();

        now = Instant.parse("2026-11-21T05:59:59Z");
        pass(Duration.ZERO);
        assertThat(said()).as("a second before seven").isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(said())
                .as("what goes on has its card, and both are summed up")
                .containsExactly("-2 incident:1", "-2 held-back:night {1,2}");
    }

    @Test
    void by_day_the_same_warning_comes_after_the_wait() {
        now = Instant.parse("2026-11-21T06:00:00Z");
        fires("MemoryHigh", "ai-admin-api", "prod-1", Severity.WARNING);
        pass(Duration.ofSeconds(9));
        assertThat(said()).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(said()).containsExactly("-2 incident:1");
    }

    @Test
    void a_route_that_goes_on_adds_to_the_next_one() {
        fires("CertificateEnds", "caddy", "prod-1", Severity.WARNING);
        fires("MemoryHigh", "other", "prod-1", Severity.WARNING);
        pass(Duration.ofSeconds(10));
        assertThat(said())
                .containsExactlyInAnyOrder("-1 incident:1", "-2 incident:1", "-1 incident:2");
    }

    @Test
    void what_no_route_matches_goes_to_every_chat() {
        fires("Odd", "", "", Severity.WARNING);
        pass(Duration.ofSeconds(10));
        assertThat(said()).containsExactlyInAnyOrder("-1 incident:1", "-2 incident:1");
        assertThat(routeOf(1, "feed")).isEqualTo("default");
    }

    @Test
    void what_the_unreachable_host_explains_is_not_announced() {
        fires("HostUnreachable", "", "prod-1", Severity.CRITICAL);
        said();
        fires("ServiceDown", "api", "prod-1", Severity.CRITICAL);
        fires("ServiceDown", "api", "prod-2", Severity.CRITICAL);
        pass(Duration.ofSeconds(30));
        assertThat(said())
                .as("the same service on another host is another matter")
                .containsExactly("-1 incident:3", "-2 incident:3");
        assertThat(incidents.reasons(new IncidentNumber(2)))
                .extracting(Said::reason)
                .allSatisfy(reason ->
                        assertThat(((Reason.Hidden) reason).by())
                                .singleElement()
                                .isInstanceOf(Mute.ByInhibition.class));

        ends("HostUnreachable", "", "prod-1");
        pass(Duration.ofSeconds(1));
        assertThat(said()).contains("-1 incident:2", "-2 incident:2");
    }

    @Test
    void another_configuration_holds_from_then_on() {
        today = WrittenConfig.withChats("notify: { routes: [{ default: true, to: [feed] }] }");
        fires("ServiceDown", "api", "prod-1", Severity.CRITICAL);
        assertThat(said()).containsExactly("-2 incident:1");
    }

    @Test
    void without_chats_the_named_admins_hear() {
        today =
                WrittenConfig.withoutChats(
                        "notify: { routes: [{ when: [severity=\"critical\"], to: [anna] }] }");
        fires("ServiceDown", "api", "prod-1", Severity.CRITICAL);
        assertThat(said()).containsExactly("111 incident:1");
    }

    private void fires(String alert, String service, String host, Severity severity) {
        Labels labels = labels(alert, service, host);
        Instant since = firing.computeIfAbsent(labels, _ -> now);
        report(labels, Status.FIRING, severity, since);
    }

    private void ends(String alert, String service, String host) {
        Labels labels = labels(alert, service, host);
        report(labels, Status.RESOLVED, Severity.INFO, firing.getOrDefault(labels, now));
    }

    private void report(Labels labels, Status status, Severity severity, Instant since) {
        pipeline.accept(
                List.of(new Report("check", labels, status, severity, since, now, Facts.NONE)));
    }

    private static Labels labels(String alert, String service, String host) {
        return Labels.of(Map.of("alertname", alert, "service", service, "host", host));
    }

    private void pass(Duration time) {
        now = now.plus(time);
        timers.due(now);
    }

    /// What was posted since the last call.
    private List<String> said() {
        List<String> taken = List.copyOf(said);
        said.clear();
        return taken;
    }

    /// The route by which a chat was told first.
    private String routeOf(long incident, String chat) {
        return incidents.reasons(new IncidentNumber(incident)).stream()
                .filter(told -> told.chat().equals(chat))
                .flatMap(told ->
                        told.reason() instanceof Reason.First(String route)
                                ? Stream.of(route)
                                : Stream.empty())
                .findFirst()
                .orElse("");
    }

    /// The real outbox, which also remembers what it took.
    private final class Listening implements Outbox {
        private final Outbox real;

        Listening(Outbox real) {
            this.real = real;
        }

        @Override
        public DeliveryId post(
                Handle transaction,
                Destination to,
                Subject subject,
                Content content,
                Urgency urgency,
                boolean silent) {
            said.add(to.address() + " " + words(subject, content));
            return real.post(transaction, to, subject, content, urgency, silent);
        }

        /// Of a summary its window and the incidents that it holds.
        private static String words(Subject subject, Content content) {
            if (!subject.value().startsWith("held-back:")) {
                return subject.value();
            }
            String payload = content.payload();
            String numbers =
                    payload.substring(payload.lastIndexOf('[') + 1, payload.lastIndexOf(']'));
            String window = subject.value().substring(0, subject.value().lastIndexOf(':'));
            return "%s {%s}".formatted(window, numbers);
        }
    }
}
