package pikett.adapters.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StorableTextTest {
    @ParameterizedTest
    @CsvSource({
        "plain, plain",
        "'', ''",
        "a\u0000b, a\uFFFDb",
        "\uD83D, \uFFFD",
        "'a\uDE00b\u0000', a\uFFFDb\uFFFD",
        "\uD83D\uDE00 is whole, \uD83D\uDE00 is whole",
        "\uD83D\uD83D\uDE00, \uFFFD\uD83D\uDE00"
    })
    void keeps_what_can_be_stored_and_replaces_the_rest(String text, String storable) {
        assertThat(StorableText.of(text)).isEqualTo(storable);
    }
}
