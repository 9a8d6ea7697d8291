package pikett.config.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MatchParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '@',
            value = {
                "severity=\"critical\" | severity | EQUALS | critical",
                "a!=\"\" | a | DIFFERS | @@",
                "service=~\"api-.*\" | service | MATCHES | api-.*",
                "@ _x9  !~  \"a b\"  @ | _x9 | MATCHES_NOT | a b",
                "a=\"say \\\"x\\\"\" | a | EQUALS | say \"x\"",
                "a=~\"1\\.2\" | a | MATCHES | 1\\.2",
                "a=~\"1\\\\.2\" | a | MATCHES | 1\\.2",
                "a=\"two\\nlines\" | a | EQUALS | @two\nlines@",
                "a=\"=~\" | a | EQUALS | =~"
            })
    void it_is_understood(String text, String name, Comparison comparison, String value) {
        assertThat(MatchParser.parse(text))
                .isEqualTo(new MatchParse.Understood(new LabelMatch(name, comparison, value)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '@',
            value = {
                "@@ | 1 | the name of a label belongs here",
                "=\"x\" | 1 | the name of a label belongs here",
                "9a=\"x\" | 1 | the name of a label belongs here",
                "a-b=\"x\" | 2 | one of = != =~ !~ belongs here",
                "a==\"x\" | 2 | `==` compares no labels",
                "a =< \"x\" | 3 | `=<` compares no labels",
                "a=x | 3 | a value in double quotes belongs here",
                "a='x' | 3 | a value in double quotes belongs here",
                "a=\"x | 3 | this value has no end",
                "a=\"x\\\" | 3 | this value has no end",
                "a=\"x\" b | 7 | nothing more belongs behind the value",
                "a=~\"[\" | 5 | this is not a regular expression",
                "a=~\"ab(c\" | 9 | this is not a regular expression"
            })
    void a_mistake_says_where_and_what(String text, int column, String what) {
        assertThat(MatchParser.parse(text))
                .isInstanceOfSatisfying(
                        MatchParse.Mistake.class,
                        mistake -> {
                            assertThat(mistake.what()).startsWith(what);
                            assertThat(mistake.column()).isEqualTo(column);
                            assertThat(mistake.wayOut()).isNotEmpty();
                        });
    }

    @Test
    void no_text_is_too_much() {
        Random random = new Random(7);
        String letters = "ab_9=!~\"\\ '[](){}*+?|.n\n";
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder("a=~\"");
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThatCode(() -> MatchParser.parse(text.toString())).doesNotThrowAnyException();
        }
        assertThat(MatchParser.parse("a=\"" + "x".repeat(2_000) + "\""))
                .isInstanceOf(MatchParse.Mistake.class);
    }

    @Test
    void only_what_holds_of_everything_always_holds() {
        assertThat(new LabelMatch("a", Comparison.MATCHES, ".*").always()).isTrue();
        assertThat(new LabelMatch("a", Comparison.MATCHES, ".+").always()).isFalse();
        assertThat(new LabelMatch("a", Comparison.MATCHES_NOT, ".*").always()).isFalse();
        assertThat(new LabelMatch("a", Comparison.EQUALS, ".*").always()).isFalse();
    }
}
