package pikett.alerts.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pikett.alerts.alert.Status;
import pikett.alerts.label.Labels;
import pikett.config.Severity;
import pikett.config.SourceConfig.Payload;

final class ScriptPayloadTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

    @Test
    void what_a_script_says_becomes_an_alert() {
        Statement said =
                statement(
                        """
                        {"status": "firing", "id": "import", "title": "import: exit 3",
                         "severity": "critical", "labels": {"service": "api"}, "text": "no space"}
                        """);

        assertThat(said.labels())
                .isEqualTo(Labels.of(Map.of("alertname", "import", "service", "api")));
        assertThat(said.status()).isEqualTo(Status.FIRING);
        assertThat(said.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(said.startsAt()).isEmpty();
        assertThat(said.account().title()).contains("import: exit 3");
        assertThat(said.account().description()).contains("no space");
    }

    @Test
    void its_end_is_about_the_same_alert_whatever_the_title() {
        Statement fires = statement("{\"status\": \"firing\", \"id\": \"a\", \"title\": \"one\"}");
        Statement over = statement("{\"status\": \"resolved\", \"id\": \"a\", \"text\": \"x\"}");

        assertThat(over.status()).isEqualTo(Status.RESOLVED);
        assertThat(over.fingerprint()).isEqualTo(fires.fingerprint());
        assertThat(over.fingerprint())
                .isNotEqualTo(statement("{\"status\": \"resolved\", \"id\": \"b\"}").fingerprint());
    }

    @Test
    void a_name_of_its_own_does_not_make_two_alerts_one() {
        assertThat(
                        statement(
                                        """
                                        {"status": "firing", "id": "a", "labels": {"alertname": "Job"}}
                                        """)
                                .labels())
                .isEqualTo(Labels.of(Map.of("alertname", "Job", "id", "a")));
    }

    @Test
    void a_secret_is_taken_out_before_the_text_is_cut() {
        String secret = "s".repeat(375);
        Decoded decoded =
                new Decoder(
                                "scripts",
                                new Payload.Pikett(),
                                text -> text.replaceAll("password=\\S+", "•••"))
                        .decode(
                                """
                                {"id": "backup", "status": "firing", "text": "%s password=%s end"}
                                """
                                        .formatted("x".repeat(300), secret)
                                        .getBytes(StandardCharsets.UTF_8),
                                NOW);

        assertThat(decoded).isInstanceOf(Decoded.Understood.class);
        assertThat(((Decoded.Understood) decoded).statements().getFirst().account().description())
                .hasValueSatisfying(
                        text -> assertThat(text).endsWith("••• end").doesNotContain("ss"));
    }

    @Test
    void of_a_long_text_the_end_is_kept() {
        String lines = "begin\\n" + "line of the log\\n".repeat(200) + "the end";
        Optional<String> kept =
                statement(
                                "{\"status\": \"firing\", \"id\": \"a\", \"text\": \"%s\"}"
                                        .formatted(lines))
                        .account()
                        .description();

        assertThat(kept.orElseThrow())
                .startsWith("…")
                .endsWith("the end")
                .hasSizeLessThanOrEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/id is missing.",
                "{\"id\": \"a\"}|/status is missing.",
                "{\"id\": \"a\", \"status\": \"on\"}|/status must be firing or resolved.",
                "{\"id\": \"a\", \"status\": \"firing\", \"labels\": 3}|/labels must be an object of names and values.",
                "{\"id\": {}, \"status\": \"firing\"}|/id must be a text"
            })
    void what_is_not_ours_is_refused_with_a_reason(String body, String why) {
        assertThat(decoded(body))
                .isInstanceOfSatisfying(
                        Decoded.Refused.class,
                        refused -> assertThat(refused.why()).startsWith(why));
    }

    private static Statement statement(String body) {
        return ((Decoded.Understood) decoded(body)).statements().getFirst();
    }

    private static Decoded decoded(String body) {
        return new Decoder("scripts", new Payload.Pikett(), UnaryOperator.identity())
                .decode(body.getBytes(StandardCharsets.UTF_8), NOW);
    }
}
