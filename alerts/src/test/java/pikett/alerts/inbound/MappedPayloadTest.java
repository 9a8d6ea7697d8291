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
import pikett.alerts.alert.Status;
import pikett.config.Severity;
import pikett.config.SourceConfig.Mapping;
import pikett.config.SourceConfig.Payload;
import pikett.config.SourceConfig.ResolvedWhen;

final class MappedPayloadTest {
    private static final Instant NOW = Instant.parse("2026-11-21T15:00:00Z");
    private static final Mapping WHOLE =
            new Mapping(
                    "/title",
                    Optional.of("/level"),
                    Optional.of(new ResolvedWhen("/state", true, "ok")),
                    List.of("/build/id"),
                    Optional.of("/text"),
                    Map.of("service", "/app", "host", "/where/0"),
                    Optional.of("/url"),
                    Optional.of("/since"));
    private static final Mapping TITLE_ONLY =
            new Mapping(
                    "/title",
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Map.of(),
                    Optional.empty(),
                    Optional.empty());

    private static Decoded decoded(Mapping mapping, String json) {
        return new Decoder("deploys", new Payload.Json(mapping), UnaryOperator.identity())
                .decode(json.getBytes(StandardCharsets.UTF_8), NOW);
    }

    private static Statement statement(Mapping mapping, String json) {
        Decoded decoded = decoded(mapping, json);
        assertThat(decoded).isInstanceOf(Decoded.Understood.class);
        return ((Decoded.Understood) decoded).statements().getFirst();
    }

    @Test
    void every_part_is_found_where_the_mapping_says() {
        Statement statement =
                statement(
                        WHOLE,
                        """
                        {"title": "Deploy failed", "level": "error", "state": "broken", "build": {"id": 42},
                         "text": "exit 1", "app": "api", "where": ["prod-1"], "url": "https://ci/42",
                         "since": "2026-11-21T14:50:00Z", "more": [1, 2, {}]}
                        """);

        assertThat(statement.labels().asMap())
                .containsExactly(
                        Map.entry("alertname", "deploys"),
                        Map.entry("build_id", "42"),
                        Map.entry("host", "prod-1"),
                        Map.entry("service", "api"));
        assertThat(statement.status()).isEqualTo(Status.FIRING);
        assertThat(statement.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(statement.startsAt()).contains(Instant.parse("2026-11-21T14:50:00Z"));
        assertThat(statement.account().title()).contains("Deploy failed");
        assertThat(statement.account().description()).contains("exit 1");
        assertThat(statement.account().link()).contains("https://ci/42");
    }

    @Test
    void what_ends_an_alert_may_have_another_title_but_not_another_fingerprint() {
        String payload = "{\"title\": \"%s\", \"state\": \"%s\", \"build\": {\"id\": %d}}";
        Statement fires = statement(WHOLE, payload.formatted("failed", "broken", 42));
        Statement ends = statement(WHOLE, payload.formatted("went through", "ok", 42));
        Statement other = statement(WHOLE, payload.formatted("failed", "broken", 43));

        assertThat(ends.status()).isEqualTo(Status.RESOLVED);
        assertThat(ends.fingerprint()).isEqualTo(fires.fingerprint());
        assertThat(other.fingerprint()).isNotEqualTo(fires.fingerprint());
    }

    @Test
    void without_a_fingerprint_the_title_tells_one_from_another() {
        assertThat(statement(TITLE_ONLY, "{\"title\": \"one\"}").fingerprint())
                .isNotEqualTo(statement(TITLE_ONLY, "{\"title\": \"two\"}").fingerprint());
        assertThat(statement(TITLE_ONLY, "{\"title\": \"one\"}").startsAt()).isEmpty();
    }

    @Test
    void a_value_that_must_not_be_is_compared_too() {
        Mapping exit =
                new Mapping(
                        "/title",
                        Optional.empty(),
                        Optional.of(new ResolvedWhen("/exit", false, "1")),
                        List.of(),
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty());

        assertThat(statement(exit, "{\"title\": \"t\", \"exit\": 1}").status())
                .isEqualTo(Status.FIRING);
        assertThat(statement(exit, "{\"title\": \"t\", \"exit\": 0}").status())
                .isEqualTo(Status.RESOLVED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|/title is missing or empty",
                "{\"title\": \"\"}|/title is missing or empty",
                "{\"title\": {\"de\": \"x\"}}|/title must be a text, here it is an object.",
                "{\"title\": \"t\", \"state\": \"ok\"}|/build/id is missing or empty",
                "{\"title\": \"t\", \"build\": {\"id\": 1}}|/state is missing or empty",
                "{\"title\": \"t\", \"build\": {\"id\": 1}, \"state\": \"x\", \"since\": 3}|/since must be a time",
                "[{\"title\": \"t\"}]|must be a JSON object"
            })
    void what_is_wrong_is_said_with_its_pointer(String json, String expected) {
        assertThat(decoded(WHOLE, json))
                .isInstanceOfSatisfying(
                        Decoded.Refused.class,
                        refused -> assertThat(refused.why()).contains(expected));
    }
}
