package pikett.alerts.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.alerts.label.Matcher;

final class FilterTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "service=shop; service=\"shop\"",
                "service=\"shop\"; service=\"shop\"",
                "service != shop ; service!=\"shop\"",
                "service=~sh.*|web; service=~\"sh.*|web\"",
                "service!~\"a|b\"; service!~\"a|b\"",
                "service=; service=\"\"",
                "service=a\\b; service=\"a\\\\b\"",
                "service=a b; service=\"a b\""
            })
    void values_are_read_with_quotes_and_without(String text, String matcher) {
        assertThat(FilterText.read(text)).map(Matcher::toString).contains(matcher);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "service",
                "=shop",
                "service=~\"sh(\"",
                "service=~sh(",
                "service=\"shop",
                "{service=\"shop\"}",
                "a-b=c",
                "service==\"shop\" x"
            })
    void what_is_no_matcher_is_none(String text) {
        assertThat(FilterText.read(text)).isEmpty();
    }
}
