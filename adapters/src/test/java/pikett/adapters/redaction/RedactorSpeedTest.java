package pikett.adapters.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pikett.adapters.host.Command;
import pikett.config.Secret;

class RedactorSpeedTest {
    private static final int LITTLE = 32 * 1024;
    private static final int LIMIT = Command.DEFAULT_OUTPUT_LIMIT;

    /// Time of the processor, not of the clock: the machine may be busy. A shape that looks at everything again
    /// from every place would need sixty times as much for what is eight times as long.
    private static final Duration ALLOWED = Duration.ofSeconds(4);

    private static final Redactor REDACTOR =
            Redactor.of(
                    IntStream.range(0, 30)
                            .mapToObj(i -> new Secret("a-known-secret-number-" + i))
                            .toList());

    @ParameterizedTest
    @MethodSource("hostilePieces")
    void as_much_of_anything_as_a_command_may_say_is_done_soon(String piece) {
        assertThat(timeFor(piece, LITTLE)).isLessThan(ALLOWED.dividedBy(5));
        assertThat(timeFor(piece, LIMIT)).isLessThan(ALLOWED);
    }

    private static Duration timeFor(String piece, int length) {
        String text = piece.repeat(length / piece.length());
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        assertThat(REDACTOR.redact(text)).isNotEmpty();
        return Duration.ofNanos(
                ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
    }

    static Stream<String> hostilePieces() {
        return List.of(
                "a",
                "1",
                "-",
                " ",
                "\"",
                "\\",
                "=",
                "1:",
                "a://",
                "://a:",
                "://a@",
                "https://a:b",
                "eyJ",
                "eyJa.",
                "sk-",
                "-----END PRIVATE KEY-----",
                "a\n",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAaaaa\n",
                "ghp_",
                "bearer ",
                "basic a",
                "cookie: a=",
                "authorization:",
                "password",
                "password=",
                "password=\"",
                "password=\"\\",
                "password: '",
                "token\\\":\\\"a",
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nAAAAAAAAAAAAAAAAAAAAAAAA\n",
                "--password ",
                "a-known-secret-number-",
                "a-known-secret-number-7 ")
                .stream();
    }
}
