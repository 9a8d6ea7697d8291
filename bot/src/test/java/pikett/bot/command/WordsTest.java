package pikett.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class WordsTest {
    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of("", List.of()),
                Arguments.of("  \n\t ", List.of()),
                Arguments.of("api 50  error", List.of("api", "50", "error")),
                Arguments.of("api \"bad mac\" x", List.of("api", "bad mac", "x")),
                Arguments.of("'a b'", List.of("a b")),
                Arguments.of("„a b“ “c d” «e f»", List.of("a b", "c d", "e f")),
                Arguments.of("don't 5\" \"open", List.of("don't", "5\"", "\"open")),
                Arguments.of("\"\"", List.of("")),
                Arguments.of("a\"b c\"", List.of("a\"b", "c\"")),
                Arguments.of("$(touch x) `y` ;", List.of("$(touch", "x)", "`y`", ";")));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void whiteSpaceSeparatesAndQuotesHoldTogether(String line, List<String> words) {
        assertThat(Words.of(line)).isEqualTo(words);
    }
}
