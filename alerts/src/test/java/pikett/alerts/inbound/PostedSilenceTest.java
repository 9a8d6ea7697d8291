package pikett.alerts.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pikett.alerts.label.Matcher;
import pikett.alerts.label.Matchers;
import pikett.config.match.Comparison;

final class PostedSilenceTest {
    private static final Instant NOW = Instant.parse("2026-11-21T15:00:00Z");
    private static final Duration AHEAD = Duration.ofMinutes(1);
    private static final String SHOP = "[{\"name\": \"service\", \"value\": \"shop\"}]";

    private static PostedSilence.Read read(String json) {
        return PostedSilence.read(
                json.getBytes(StandardCharsets.UTF_8),
                NOW,
                AHEAD,
                text -> text.replace("hunter2", "***"));
    }

    private static PostedSilence.Read read(String matchers, String from, String until) {
        return read(
                "{\"matchers\": %s, \"startsAt\": \"%s\", \"endsAt\": \"%s\", \"createdBy\": \"me\", \"comment\": \"why\"}"
                        .formatted(matchers, from, until));
    }

    private static String refused(PostedSilence.Read read) {
        assertThat(read).isInstanceOf(PostedSilence.Read.Refused.class);
        return ((PostedSilence.Read.Refused) read).why();
    }

    @Test
    void what_amtool_posts_is_understood() {
        assertThat(
                        read(
                                """
                                {"id": "7", "comment": "rebuilt hunter2", "createdBy": "me", "endsAt": "2026-11-21T17:00:00.537Z",
                                 "matchers": [
                                  {"isEqual": true, "isRegex": false, "name": "a", "value": "b"},
                                  {"isEqual": false, "isRegex": false, "name": "c", "value": "d"},
                                  {"isEqual": true, "isRegex": true, "name": "e", "value": "f.*"},
                                  {"isEqual": false, "isRegex": true, "name": "g", "value": "h|i"}],
                                 "startsAt": "2026-11-21T15:00:00.537Z"}
                                """))
                .isEqualTo(
                        new PostedSilence.Read.Understood(
                                new PostedSilence(
                                        Optional.of("7"),
                                        Matchers.of(
                                                new Matcher("a", Comparison.EQUALS, "b"),
                                                new Matcher("c", Comparison.DIFFERS, "d"),
                                                new Matcher("e", Comparison.MATCHES, "f.*"),
                                                new Matcher("g", Comparison.MATCHES_NOT, "h|i")),
                                        Optional.empty(),
                                        Instant.parse("2026-11-21T17:00:00.537Z"),
                                        "me",
                                        "rebuilt ***")));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T15:00:00Z, 2026-11-21T15:00:00Z, be in the past",
        "2026-11-21T15:00:00Z, 2026-12-21T15:02:00Z, a silence ends within 30 days",
        "2026-11-21T16:00:00Z, 2026-11-21T16:00:00Z, start time must be before end time",
        "2026-11-21T15:00:50Z, 2026-11-21T15:00:40Z, start time must be before end time",
        "x, 2026-11-21T16:00:00Z, /startsAt must be a time"
    })
    void it_begins_before_it_ends_and_ends_within_thirty_days(
            String from, String until, String why) {
        assertThat(refused(read(SHOP, from, until))).contains(why);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T14:00:00Z, ",
        "2026-11-21T15:01:00Z, ",
        "2026-11-21T15:02:00Z, 2026-11-21T15:02:00Z"
    })
    void it_begins_at_once_unless_that_lies_ahead(String from, @Nullable Instant begins) {
        assertThat(read(SHOP, from, "2026-11-21T16:00:00Z"))
                .isInstanceOfSatisfying(
                        PostedSilence.Read.Understood.class,
                        read ->
                                assertThat(read.silence().from())
                                        .isEqualTo(Optional.ofNullable(begins)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[]; /matchers must be a list of 1 to 64",
                "{}; /matchers must be a list of 1 to 64",
                "[{\"name\": \"a\", \"value\": \"\"}]; at least one matcher must not match the empty string",
                "[{\"name\": \"a\", \"value\": \".*\", \"isRegex\": true}]; at least one matcher",
                "[{\"name\": \"a\", \"value\": \"b\", \"isEqual\": false}]; at least one matcher",
                "[{\"name\": \"a\", \"value\": \"b(\", \"isRegex\": true}]; /matchers/0/value is no regular",
                "[{\"value\": \"b\"}]; /matchers/0/name is missing"
            })
    void what_would_hide_everything_or_nothing_is_refused(String matchers, String why) {
        assertThat(refused(read(matchers, "2026-11-21T15:00:00Z", "2026-11-21T16:00:00Z")))
                .contains(why);
    }

    @Test
    void a_silence_without_an_end_is_none() {
        assertThat(refused(read("{\"matchers\": " + SHOP + "}"))).isEqualTo("/endsAt is missing.");
        assertThat(refused(read("[]"))).contains("must be a JSON object");
    }
}
