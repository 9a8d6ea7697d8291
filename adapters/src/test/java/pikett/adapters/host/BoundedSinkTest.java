package pikett.adapters.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoundedSinkTest {
    @Test
    void keepsAllThatFits() {
        BoundedSink sink = new BoundedSink(10);
        write(sink, "0123456789");
        assertThat(sink.text()).isEqualTo("0123456789");
        assertThat(sink.dropped()).isZero();
    }

    @Test
    void keepsHeadAndTailAndSaysWhatIsMissing() {
        BoundedSink sink = new BoundedSink(10);
        write(sink, "abcdeXXXXXXX");
        write(sink, "vwxyz");
        assertThat(sink.text()).isEqualTo("abcde\n[… 7 bytes not kept …]\nvwxyz");
        assertThat(sink.dropped()).isEqualTo(7);
        assertThat(sink.total()).isEqualTo(17);
    }

    @Test
    void cutsNoCharacterInTwo() {
        BoundedSink sink = new BoundedSink(10);
        write(sink, "abcdé" + "x".repeat(20) + "éwxyz");
        assertThat(sink.text()).startsWith("abcd\n").endsWith("\nwxyz").doesNotContain("\ufffd");
    }

    @Test
    void keepsNothingIfToldSo() {
        BoundedSink sink = new BoundedSink(0);
        write(sink, "abc");
        assertThat(sink.dropped()).isEqualTo(3);
    }

    /// Against the plain way to compute head and tail, for all kinds of pieces.
    @Test
    void agreesWithTheWholeTextWhateverThePieces() {
        Random random = new Random(3);
        for (int round = 0; round < 2_000; round++) {
            int limit = random.nextInt(40);
            BoundedSink sink = new BoundedSink(limit);
            StringBuilder whole = new StringBuilder();
            for (int piece = random.nextInt(8); piece > 0; piece--) {
                String text = "abcdefghijklmnopqrstuvwxyz".substring(random.nextInt(26));
                whole.append(text);
                write(sink, text);
            }
            assertThat(sink.text()).isEqualTo(expected(whole.toString(), limit));
        }
    }

    private static String expected(String whole, int limit) {
        if (whole.length() <= limit) {
            return whole;
        }
        int head = limit - limit / 2;
        return "%s\n[… %d bytes not kept …]\n%s"
                .formatted(
                        whole.substring(0, head),
                        whole.length() - limit,
                        whole.substring(whole.length() - limit / 2));
    }

    private static void write(BoundedSink sink, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sink.write(bytes, 0, bytes.length);
    }
}
