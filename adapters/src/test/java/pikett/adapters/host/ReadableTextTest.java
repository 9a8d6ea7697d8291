package pikett.adapters.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReadableTextTest {
    static Stream<Arguments> written() {
        return Stream.of(
                Arguments.of("plain\n\ttext\n", "plain\n\ttext\n"),
                Arguments.of("größer 😀", "größer 😀"),
                Arguments.of("\u001b[1;31mred\u001b[0m", "red"),
                Arguments.of("\u009b31mred", "red"),
                Arguments.of("\u001b]0;title\u0007after", "after"),
                Arguments.of("\u001b]8;;http://x\u001b\\link\u001b]8;;\u001b\\", "link"),
                Arguments.of("\u001b(Bx\u001b7y", "xy"),
                Arguments.of("open \u001b]0;never closed\nnext", "open ␛]0;never closed\nnext"),
                Arguments.of("10%\r50%\r100%\ndone\r\n", "100%\ndone\n"),
                Arguments.of("bar\r", "bar"),
                Arguments.of("a\0b\u0007c\bd\u007f", "a␀b␇c␈d␡"),
                Arguments.of("safe\u202egpj.exe", "safe<U+202E>gpj.exe"),
                Arguments.of("zero\u200bwidth\ufeff", "zero<U+200B>width<U+FEFF>"),
                Arguments.of("next\u0085line\u2028", "next<U+0085>line<U+2028>"),
                Arguments.of("tag\udb40\udc41", "tag<U+E0041>"));
    }

    @ParameterizedTest
    @MethodSource("written")
    void isReadable(String written, String readable) {
        assertThat(ReadableText.of(written.getBytes(StandardCharsets.UTF_8))).isEqualTo(readable);
    }

    @Test
    void badUtf8BecomesReplacements() {
        assertThat(ReadableText.of(new byte[] {'a', (byte) 0xff, 'b'})).isEqualTo("a\ufffdb");
    }

    @Test
    void randomBytesLeaveNothingInvisible() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[4096];
            random.nextBytes(bytes);
            assertThat(ReadableText.of(bytes).codePoints())
                    .allMatch(c ->
                            c == '\n'
                                    || c == '\t'
                                    || (!Character.isISOControl(c)
                                            && Character.getType(c) != Character.FORMAT));
        }
    }

    @Test
    void longSequencesDoNotOverflowTheStack() {
        String open = "\u001b]".repeat(50_000) + "\u001b[" + "1;".repeat(100_000);
        assertThat(ReadableText.of(open)).startsWith("␛]");
    }
}
