package pikett.alerts.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.alerts.alert.Status;
import pikett.alerts.label.Labels;
import pikett.config.Severity;
import pikett.config.SourceConfig.Payload;

final class GroupPayloadTest {
    private static final Instant NOW = Instant.parse("2026-11-21T15:00:00Z");
    private static final Instant BEGAN = Instant.parse("2026-11-21T14:50:00.123Z");

    private static final String ALERTMANAGER =
            """
            {"version": "4", "groupKey": "{}:{alertname=\\"Slow\\"}", "truncatedAlerts": 0,
             "status": "firing", "receiver": "pikett", "groupLabels": {"alertname": "Slow"},
             "commonLabels": {}, "commonAnnotations": {}, "externalURL": "http://am:9093",
             "alerts": [
              {"status": "firing",
               "labels": {"alertname": "Slow", "service": "api", "severity": "critical"},
               "annotations": {"summary": "api is slow", "description": "p99 3 s",
                               "runbook_url": "https://wiki/slow"},
               "startsAt": "2026-11-21T14:50:00.123456789Z", "endsAt": "0001-01-01T00:00:00Z",
               "generatorURL": "http://prometheus:9090/graph", "fingerprint": "abc"},
              {"status": "resolved", "labels": {"alertname": "Slow", "service": "web"},
               "startsAt": "2026-11-21T14:50:00.123Z", "endsAt": "2026-11-21T14:55:00Z"}]}
            """;

    private static Decoded decoded(String json) {
        return new Decoder("am", new Payload.Alertmanager(), UnaryOperator.identity())
                .decode(json.getBytes(StandardCharsets.UTF_8), NOW);
    }

    private static List<Statement> statements(String json) {
        Decoded decoded = decoded(json);
        assertThat(decoded).isInstanceOf(Decoded.Understood.class);
        return ((Decoded.Understood) decoded).statements();
    }

    @Test
    void one_that_cannot_be_understood_costs_only_itself() {
        String good = "{\"status\": \"firing\", \"labels\": {\"alertname\": \"A\"}}";
        Decoded decoded = decoded("{\"alerts\": [1, %s, {\"status\": \"gone\"}]}".formatted(good));
        Decoded.Understood understood = (Decoded.Understood) decoded;
        assertThat(understood.statements())
                .extracting(statement -> statement.labels().get("alertname"))
                .containsExactly("A", "AlertsNotListed");
        assertThat(understood.refused())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("/alerts/0 must be an object"),
                        third -> assertThat(third).startsWith("/alerts/2/labels is empty"));
    }

    private static String refused(String json) {
        Decoded decoded = decoded(json);
        assertThat(decoded).isInstanceOf(Decoded.Refused.class);
        return ((Decoded.Refused) decoded).why();
    }

    private static Statement only(String alert) {
        return statements("{\"alerts\": [" + alert + "]}").getFirst();
    }

    @Test
    void a_group_becomes_a_statement_for_each_alert() {
        List<Statement> statements = statements(ALERTMANAGER);

        Statement firing = statements.get(0);
        assertThat(firing.source()).isEqualTo("am");
        assertThat(firing.labels().asMap())
                .containsExactly(
                        Map.entry("alertname", "Slow"),
                        Map.entry("service", "api"),
                        Map.entry("severity", "critical"));
        assertThat(firing.status()).isEqualTo(Status.FIRING);
        assertThat(firing.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(firing.report(firing.startsAt().orElseThrow()).startsAt()).isEqualTo(BEGAN);
        assertThat(firing.seenAt()).isEqualTo(NOW);
        assertThat(firing.account())
                .isEqualTo(
                        new Account(
                                Optional.empty(),
                                Optional.of("api is slow"),
                                Optional.of("p99 3 s"),
                                Optional.of("https://wiki/slow"),
                                Optional.of("http://prometheus:9090/graph"),
                                0,
                                Optional.empty()));
        Statement resolved = statements.get(1);
        assertThat(resolved.status()).isEqualTo(Status.RESOLVED);
        assertThat(resolved.startsAt()).contains(BEGAN);
        assertThat(resolved.seenAt()).isEqualTo(Instant.parse("2026-11-21T14:55:00Z"));
    }

    @Test
    void a_secret_in_a_label_is_not_kept_and_two_alerts_stay_two() {
        List<Labels> labels =
                ((Decoded.Understood)
                                new Decoder(
                                                "am",
                                                new Payload.Alertmanager(),
                                                text ->
                                                        text.replaceAll(
                                                                "(?<=key=)\\w+|hunter\\d+", "•••"))
                                        .decode(
                                                """
                                                {"alerts": [
                                                 {"status": "firing", "labels": {"alertname": "A", "key": "one"}},
                                                 {"status": "firing", "labels": {"alertname": "A", "key": "two"}},
                                                 {"status": "firing", "labels": {"alertname": "A", "path": "%s hunter42"}}]}
                                                """
                                                        .formatted("x".repeat(995))
                                                        .getBytes(StandardCharsets.UTF_8),
                                                NOW))
                        .statements().stream().map(Statement::labels).toList();

        assertThat(labels.get(0).get("key")).matches("•••…[0-9a-f]{4}");
        assertThat(labels.get(1).get("key")).matches("•••…[0-9a-f]{4}");
        assertThat(labels.get(0)).isNotEqualTo(labels.get(1));
        assertThat(labels.get(2).get("path")).doesNotContain("hunt").contains("•••");
    }

    @Test
    void grafana_sends_the_same_and_a_panel_is_worth_more_than_a_rule() {
        Decoded decoded =
                new Decoder("grafana", new Payload.Grafana(), UnaryOperator.identity())
                        .decode(
                                """
                                {"receiver": "p", "status": "firing", "orgId": 1, "state": "alerting",
                                 "title": "[FIRING:1]", "message": "text", "version": "1", "alerts": [
                                 {"status": "firing", "labels": {"alertname": "Disk", "grafana_folder": "Ops"},
                                  "annotations": {"summary": "full"}, "startsAt": "2026-11-21T16:50:00+02:00",
                                  "endsAt": "0001-01-01T00:00:00Z", "values": {"A": 97.1},
                                  "generatorURL": "https://g/alerting/1", "dashboardURL": "https://g/d/1",
                                  "panelURL": "https://g/d/1?viewPanel=2", "silenceURL": "https://g/s"}]}
                                """
                                        .getBytes(StandardCharsets.UTF_8),
                                NOW);

        Statement disk = ((Decoded.Understood) decoded).statements().getFirst();
        assertThat(disk.account().link()).contains("https://g/d/1?viewPanel=2");
        assertThat(disk.startsAt()).contains(Instant.parse("2026-11-21T14:50:00Z"));
        assertThat(disk.severity()).isEqualTo(Severity.WARNING);
    }

    @ParameterizedTest
    @CsvSource({
        "critical, CRITICAL",
        "Page, CRITICAL",
        "warn, WARNING",
        "INFO, INFO",
        "sev2, WARNING"
    })
    void severities_of_others_become_ours(String word, Severity severity) {
        Decoded decoded =
                decoded(
                        """
                        {"alerts": [{"status": "firing", "labels": {"a": "b", "severity": "%s"}}]}
                        """
                                .formatted(word));

        Decoded.Understood understood = (Decoded.Understood) decoded;
        assertThat(understood.statements().getFirst().severity()).isEqualTo(severity);
        assertThat(understood.strangeSeverities().contains(word)).isEqualTo(word.equals("sev2"));
    }

    /// F37.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ", \"startsAt\": \"0001-01-01T00:00:00Z\"",
                ", \"startsAt\": null, \"endsAt\": \"9999-12-31T23:59:59Z\"",
                ", \"endsAt\": \"+999999999-12-31T23:59:59.999999999Z\"",
                ", \"startsAt\": \"-999999999-01-01T00:00:00+18:00\""
            })
    void an_alert_without_a_beginning_is_about_what_fires_at_the_moment(String times) {
        Statement firing =
                only("{\"status\": \"firing\", \"labels\": {\"a\": \"b\"}" + times + "}");
        Statement over =
                only("{\"status\": \"resolved\", \"labels\": {\"a\": \"b\"}" + times + "}");

        assertThat(firing.startsAt()).isEmpty();
        assertThat(firing.seenAt()).isEqualTo(NOW);
        assertThat(over.seenAt()).isEqualTo(NOW);
    }

    /// F37.
    @Test
    void nothing_begins_or_ends_in_the_future_or_ends_before_it_began() {
        Statement late =
                only(
                        """
                        {"status": "resolved", "labels": {"a": "b"}, "startsAt": "2026-11-21T15:09:00Z",
                         "endsAt": "2026-11-21T15:10:00Z"}
                        """);
        Statement crossed =
                only(
                        """
                        {"status": "resolved", "labels": {"a": "b"}, "startsAt": "2026-11-21T14:50:00Z",
                         "endsAt": "2026-11-21T14:40:00Z"}
                        """);

        assertThat(late.startsAt()).contains(NOW);
        assertThat(late.seenAt()).isEqualTo(NOW);
        assertThat(crossed.seenAt()).isEqualTo(NOW);
    }

    /// F55.
    @Test
    void what_is_not_listed_is_an_alert_of_its_own_until_all_is_listed() {
        Statement fires = statements(ALERTMANAGER.replace("Alerts\": 0", "Alerts\": 12")).getLast();
        Statement ends = statements(ALERTMANAGER).getLast();
        Statement other =
                statements(ALERTMANAGER.replace("groupKey\": \"", "groupKey\": \"x")).getLast();

        assertThat(fires.status()).isEqualTo(Status.FIRING);
        assertThat(fires.account().unlisted()).isEqualTo(12);
        assertThat(fires.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(fires.labels().get(Labels.ALERT_NAME)).isEqualTo("AlertsNotListed");
        assertThat(ends.status()).isEqualTo(Status.RESOLVED);
        assertThat(ends.fingerprint()).isEqualTo(fires.fingerprint());
        assertThat(other.fingerprint()).isNotEqualTo(fires.fingerprint());
    }

    /// T31.
    @Test
    void the_same_labels_of_two_sources_are_two_alerts() {
        Decoded other =
                new Decoder("other", new Payload.Alertmanager(), UnaryOperator.identity())
                        .decode(ALERTMANAGER.getBytes(StandardCharsets.UTF_8), NOW);

        assertThat(((Decoded.Understood) other).statements().getFirst().fingerprint())
                .isNotEqualTo(statements(ALERTMANAGER).getFirst().fingerprint());
    }

    /// F56, F57.
    @Test
    void what_no_database_could_keep_is_replaced() {
        Statement statement =
                only(
                        """
                        {"status": "firing", "labels": {"a": "x\\u0000y", "b": "\\ud800"},
                         "annotations": {"summary": "\\u0000\\udfff"}}
                        """);

        assertThat(statement.labels().get("a")).isEqualTo("x\uFFFDy");
        assertThat(statement.labels().get("b")).isEqualTo("\uFFFD");
        assertThat(statement.account().summary()).contains("\uFFFD\uFFFD");
        assertThat(statement.report(NOW).facts().json()).doesNotContain("\\u0000");
    }

    /// F57.
    @Test
    void a_long_label_is_cut_and_stays_itself() {
        String alert = "{\"status\": \"firing\", \"labels\": {\"a\": \"%s\"}}";
        Statement one = only(alert.formatted("x".repeat(200_000)));
        Statement two = only(alert.formatted("x".repeat(200_001)));

        assertThat(one.labels().get("a")).hasSizeLessThan(1_100);
        assertThat(one.fingerprint()).isNotEqualTo(two.fingerprint());
        assertThat(one.fingerprint())
                .isEqualTo(only(alert.formatted("x".repeat(200_000))).fingerprint());
    }

    @Test
    void an_address_without_a_scheme_is_no_link_and_no_failure() {
        Statement statement =
                only(
                        """
                        {"status": "firing", "labels": {"a": "b"},
                         "annotations": {"runbook_url": "//wiki.example.org/x"}}
                        """);

        assertThat(statement.account()).isEqualTo(Account.NONE);
    }

    @Test
    void only_addresses_of_the_web_are_links() {
        Statement statement =
                only(
                        """
                        {"status": "firing", "labels": {"a": "b"}, "generatorURL": "javascript:alert(1)",
                         "annotations": {"runbook_url": "https://user:password@wiki/x"}}
                        """);

        assertThat(statement.account()).isEqualTo(Account.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|a JSON object",
                "{|line 1, column",
                "``|a JSON object",
                "{} {}|not JSON",
                "{\"alerts\": {}}|/alerts must be a list, here it is an object.",
                "{\"alerts\": [1]}|/alerts/0 must be an object, here it is a number.",
                "{\"alerts\": [{\"status\": \"firing\"}]}|/alerts/0/labels is empty",
                "{\"alerts\": [{\"status\": \"x\", \"labels\": {\"a\": \"b\"}}]}|/alerts/0/status must be",
                "{\"alerts\": [{\"status\": \"firing\", \"labels\": {\"a\": [1]}}]}|/alerts/0/labels/a must be a text",
                "{\"alerts\": [{\"status\": \"firing\", \"labels\": {\"a\": \"b\"}, \"startsAt\": \"now\"}]}|/alerts/0/startsAt",
                "{\"alerts\": [], \"truncatedAlerts\": -1}|/truncatedAlerts",
                "{\"alerts\": [], \"truncatedAlerts\": 1e9}|/truncatedAlerts",
                "{\"alerts\": [], \"alerts\": []}|not JSON"
            })
    void what_is_wrong_is_said_with_its_place(String json, String expected) {
        assertThat(refused(json)).contains(expected).doesNotContain("Exception", "com.fasterxml");
    }

    /// T29, F57.
    @Test
    void what_is_too_deep_too_many_or_no_text_is_refused() {
        String deep = "[".repeat(50_000);
        assertThat(refused("{\"alerts\": " + deep)).contains("too deep");
        assertThat(refused(labelled(numbered(60_000)))).contains("has 60000 labels");
        assertThat(refused(labelled("\"" + "n".repeat(900) + "\": \"v\"")))
                .contains("whose name is longer");
        assertThat(refused(labelled(numbered(65)))).contains("has 65 labels, at most 64");
        assertThat(statements(labelled(numbered(64)))).isNotEmpty();
    }

    private static String labelled(String labels) {
        return "{\"alerts\": [{\"status\": \"firing\", \"labels\": {" + labels + "}}]}";
    }

    private static String numbered(int howMany) {
        StringBuilder labels = new StringBuilder("\"l0\": \"v\"");
        for (int index = 1; index < howMany; index++) {
            labels.append(",\"l").append(index).append("\":\"v\"");
        }
        return labels.toString();
    }
}
