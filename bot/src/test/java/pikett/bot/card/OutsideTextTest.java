package pikett.bot.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OutsideTextTest {
    @ParameterizedTest
    @CsvSource({
        "abc\\u202Edef, abc\\uFFFDdef",
        "abc\\u2066def, abc\\uFFFDdef",
        "abc\\u061Cdef, abc\\uFFFDdef",
        "a\\u200Bb\\u200Dc\\uFEFFd\\u00ADe, abcde",
        "a\\u3164b\\u115Fc, abc",
        "a\\u0000b\\u001B[31mc\\u0007, a\\uFFFDb\\uFFFD[31mc\\uFFFD",
        "a\\u2028b\\u2029c, a\\uFFFDb\\uFFFDc",
        "a\\u0085b, a\\uFFFDb",
        "a\\uD83Db, a\\uFFFDb",
        "a\\u000Ab\\u0009c, a b c",
        "❤️ é ü я, ❤️ é ü я",
    })
    void nothingHiddenIsLeft(String outside, String expected) {
        assertThat(OutsideText.inline(unicode(outside))).isEqualTo(unicode(expected));
    }

    @Test
    void rightToLeftTextCannotReorderWhatFollows() {
        assertThat(OutsideText.inline("שרת")).isEqualTo("\u2068שרת\u2069");
    }

    @Test
    void linesKeepTheirLineFeeds() {
        assertThat(OutsideText.lines("a\r\nb\n\tc\rd")).isEqualTo("a\nb\n\tc\uFFFDd");
    }

    private static String unicode(String escaped) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.startsWith("\\u", i)) {
                text.append((char) Integer.parseInt(escaped.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                text.append(escaped.charAt(i));
            }
        }
        return text.toString();
    }
}
