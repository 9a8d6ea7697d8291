package pikett.adapters.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import pikett.adapters.host.BoundedSink;
import pikett.config.Secret;

/// Whatever a program writes: what a person gets of it is bounded, hides nothing, and has no secret in it,
/// whatever stands around the secret.
final class RedactionFuzzTest {
    private static final int LIMIT = 4096;
    private static final int LONGEST_SIGN = "<U+10FFFF>".length();
    private static final String PASSWORD = "hunter2-of-the-database";
    private final Redactor redactor = Redactor.of(List.of(new Secret(PASSWORD)));

    @FuzzTest
    void redaction(byte[] written) {
        BoundedSink sink = new BoundedSink(LIMIT);
        int half = written.length / 2;
        sink.write(written, 0, half);
        sink.write(written, half, written.length - half);
        String readable = sink.text();
        assertThat(readable).hasSizeLessThan(LIMIT * LONGEST_SIGN + 100);
        assertThat(readable.codePoints()).noneMatch(RedactionFuzzTest::hides);
        gone(readable);
        gone(PASSWORD + readable);
        gone(readable + PASSWORD);
        gone(readable.substring(0, readable.length() / 2) + PASSWORD + readable);
    }

    private void gone(String text) {
        String redacted = redactor.redact(text);
        assertThat(redacted).doesNotContain(PASSWORD);
        assertThat(redactor.redact(redacted)).isEqualTo(redacted);
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(redacted)).isTrue();
    }

    private static boolean hides(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\n' && c != '\t';
            case Character.FORMAT, Character.SURROGATE -> true;
            default -> false;
        };
    }
}
