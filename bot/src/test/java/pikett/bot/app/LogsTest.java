package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class LogsTest {
    private static final String TOKEN = "7000000001:AAcanary-canary-canary-canary-canary";

    @Test
    void a_thread_that_ends_with_a_failure_tells_no_secret() throws InterruptedException {
        PrintStream before = System.err;
        Thread.UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Logs.begin();
            Thread thread =
                    Thread.ofPlatform()
                            .name("doomed")
                            .start(() -> {
                                throw new IllegalStateException(
                                        "https://api.telegram.org/bot" + TOKEN);
                            });
            thread.join();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(handler);
            System.setErr(before);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("doomed")
                .contains("IllegalStateException")
                .doesNotContain("canary");
    }
}
