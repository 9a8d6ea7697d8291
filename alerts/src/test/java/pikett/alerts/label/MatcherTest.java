package pikett.alerts.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pikett.config.match.Comparison;
import pikett.config.match.LabelMatch;
import pikett.config.match.MatchParse;
import pikett.config.match.MatchParser;

final class MatcherTest {
    @ParameterizedTest
    @CsvSource({
        "EQUALS, api, api, true",
        "EQUALS, api, api2, false",
        "EQUALS, a.i, api, false",
        "EQUALS, '', '', true",
        "DIFFERS, api, api, false",
        "DIFFERS, api, '', true",
        "MATCHES, a.*, api, true",
        "MATCHES, a, api, false",
        "MATCHES, .+, '', false",
        "MATCHES, .*, '', true",
        "MATCHES_NOT, a.*, api, false",
        "MATCHES_NOT, a, api, true",
    })
    void compares_the_whole_value(
            Comparison comparison, String value, String actual, boolean matches) {
        Matcher matcher = new Matcher("service", comparison, value);
        assertThat(matcher.matches(Labels.of(Map.of("service", actual)))).isEqualTo(matches);
    }

    @Test
    void a_line_break_hides_nothing_from_an_expression() {
        Matcher matcher = new Matcher("text", Comparison.MATCHES, "a.*b");
        assertThat(matcher.matches(Labels.of(Map.of("text", "a\nb")))).isTrue();
    }

    @Test
    @Timeout(20)
    void an_expression_that_takes_too_long_matches_nothing_and_neither_does_its_opposite() {
        Labels labels = Labels.of(Map.of("text", "x".repeat(20_000)));
        for (String endless : List.of("(x+x+)+y", "(x|xx)*y")) {
            assertThat(new Matcher("text", Comparison.MATCHES, endless).matches(labels)).isFalse();
            assertThat(new Matcher("text", Comparison.MATCHES_NOT, endless).matches(labels))
                    .isFalse();
        }
    }

    @Test
    void an_expression_that_is_none_is_refused() {
        assertThatThrownBy(() -> new Matcher("a", Comparison.MATCHES, "("))
                .isInstanceOf(PatternSyntaxException.class);
    }

    @Test
    void all_matchers_must_hold() {
        Labels labels = Labels.of(Map.of("service", "api", "host", "one"));
        Matcher api = Matcher.equal("service", "api");
        assertThat(Matchers.of(api, Matcher.equal("host", "one")).match(labels)).isTrue();
        assertThat(Matchers.of(api, Matcher.equal("host", "two")).match(labels)).isFalse();
        assertThat(Matchers.ANY.match(labels)).isTrue();
    }

    @Test
    void is_written_as_in_the_configuration() {
        assertThat(new Matcher("a", Comparison.MATCHES_NOT, "x\"\\.\nz"))
                .hasToString("a!~\"x\\\"\\\\.\\nz\"");
        assertThat(List.of(Matcher.equal("a", "b"))).contains(Matcher.equal("a", "b"));
    }

    @Test
    void what_it_says_of_itself_can_be_written_into_the_configuration() {
        for (Comparison comparison : Comparison.values()) {
            for (String value :
                    List.of("", "api", "a.*\\d", "say \"x\"", "two\nlines", "\\\\n", ",]}")) {
                Matcher matcher = new Matcher("service", comparison, value);

                assertThat(MatchParser.parse(matcher.toString()))
                        .isEqualTo(
                                new MatchParse.Understood(
                                        new LabelMatch("service", comparison, value)));
            }
        }
    }
}
