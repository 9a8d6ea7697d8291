package pikett.alerts.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pikett.alerts.alert.Status;
import pikett.config.Severity;
import pikett.config.SourceConfig.Payload;

final class PostedAlertsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T15:00:00Z");
    private static final String YEAR_ONE = "0001-01-01T00:00:00Z";

    private static Decoded decoded(String json) {
        return new Decoder("am", new Payload.Alertmanager(), text -> text.replace("hunter2", "***"))
                .decodePosted(json.getBytes(StandardCharsets.UTF_8), NOW);
    }

    private static List<Statement> statements(String json) {
        Decoded decoded = decoded(json);
        assertThat(decoded).isInstanceOf(Decoded.Understood.class);
        return ((Decoded.Understood) decoded).statements();
    }

    private static Statement between(String began, String end) {
        return statements(
                        "[{\"labels\": {\"alertname\": \"A\"}, \"startsAt\": \"%s\", \"endsAt\": \"%s\"}]"
                                .formatted(began, end))
                .getFirst();
    }

    @Test
    void what_prometheus_posts_fires_until_its_end() {
        Statement statement =
                statements(
                                """
                                [{"labels": {"alertname": "Slow", "severity": "page"},
                                  "annotations": {"summary": "api is slow", "description": "password hunter2"},
                                  "startsAt": "2026-11-21T14:50:00.123Z", "endsAt": "2026-11-21T15:04:00Z",
                                  "generatorURL": "http://prometheus:9090/graph"}]
                                """)
                        .getFirst();

        assertThat(statement.source()).isEqualTo("am");
        assertThat(statement.status()).isEqualTo(Status.FIRING);
        assertThat(statement.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(statement.startsAt()).contains(Instant.parse("2026-11-21T14:50:00.123Z"));
        assertThat(statement.seenAt()).isEqualTo(NOW);
        assertThat(statement.account().summary()).contains("api is slow");
        assertThat(statement.account().description()).contains("password ***");
        assertThat(statement.account().link()).contains("http://prometheus:9090/graph");
        assertThat(statement.account().until()).contains(Instant.parse("2026-11-21T15:04:00Z"));
        assertThat(Account.of(statement.account().facts())).isEqualTo(statement.account());
    }

    @Test
    void an_end_in_the_past_says_that_it_is_over() {
        Statement over = between("2026-11-21T14:50:00Z", "2026-11-21T15:00:00Z");

        assertThat(over.status()).isEqualTo(Status.RESOLVED);
        assertThat(over.seenAt()).isEqualTo(NOW);
        assertThat(over.account().until()).isEmpty();
        assertThat(between("2026-11-21T14:50:00Z", "2026-11-21T14:40:00Z").seenAt())
                .isEqualTo(Instant.parse("2026-11-21T14:50:00Z"));
    }

    @Test
    void without_an_end_it_holds_for_five_minutes_and_never_for_longer_than_a_day() {
        assertThat(between(YEAR_ONE, YEAR_ONE).account().until())
                .contains(NOW.plus(Duration.ofMinutes(5)));
        assertThat(between(YEAR_ONE, YEAR_ONE).startsAt()).isEmpty();
        assertThat(between(YEAR_ONE, "9999-12-31T23:59:59Z").account().until())
                .contains(NOW.plus(Duration.ofDays(1)));
        assertThat(between("2026-11-21T15:00:30Z", YEAR_ONE).startsAt()).contains(NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | This must be a JSON list, in brackets.",
                "'' | This must be a JSON list, in brackets.",
                "[1] | /0 must be an object, here it is a number.",
                "[{\"labels\": {}}] | /0/labels is empty: an alert is known by its labels.",
                "[{\"labels\": {\"a\": \"b\"}, \"startsAt\": \"x\"}]"
                        + " | /0/startsAt must be a time such as 2026-11-21T15:04:05Z.",
                "[ | This is not JSON"
            })
    void what_is_wrong_is_said_with_its_place(String json, String why) {
        Decoded decoded = decoded(json);
        assertThat(decoded).isInstanceOf(Decoded.Refused.class);
        assertThat(((Decoded.Refused) decoded).why()).startsWith(why);
    }

    @Test
    void no_alerts_are_no_mistake() {
        assertThat(statements("[]")).isEmpty();
    }
}
