package pikett.bot.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LogFoldTest {
    @Test
    void aCrashThatRepeatsIsOneLineWithItsNumber() {
        List<String> log = new ArrayList<>();
        for (int i = 0; i < 283; i++) {
            log.add("2026-11-20T14:03:%02d.%03dZ listening on 3000".formatted(i % 60, i));
            log.add("TypeError: YclientsClient is not a constructor");
            log.add("    at Object.<anonymous> (/opt/ai-admin/src/app.js:" + i + ":13)");
            log.add("    ... 7 more");
        }
        assertThat(LogFold.fold(log))
                .containsExactly(
                        new FoldedLine("TypeError: YclientsClient is not a constructor", 283, true),
                        new FoldedLine("listening on 3000", 283, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    job 12 failed after 3.5 s             | job 7 failed after 12 s
                    chat 550e8400-e29b-41d4-a716-446655440000 | chat 123e4567-e89b-12d3-a456-426614174000
                    session deadbeef01 closed             | session 00c0ffee99 closed
                    at 0x7fff5 in main                    | at 0x1a2b3 in main
                    dial tcp 127.0.0.1:3009               | dial tcp 127.0.0.1:3010
                    """)
    void numbersAndIdsDoNotMakeADifference(String one, String other) {
        assertThat(LogFold.key(one)).isEqualTo(LogFold.key(other));
    }

    @ParameterizedTest
    @CsvSource({"connected, disconnected", "cafe opened, face opened", "error a, error b"})
    void wordsDo(String one, String other) {
        assertThat(LogFold.key(one)).isNotEqualTo(LogFold.key(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Error: Bad MAC",
                "Bad MAC Error",
                "Connection Closed",
                "Unhandled rejection",
                "connect ECONNREFUSED 127.0.0.1:6379",
                "java.lang.IllegalStateException: x",
                "dial tcp: connection refused",
                "{\"level\":50,\"time\":1,\"msg\":\"boom\"}",
                "{\"level\":\"error\",\"message\":\"boom\"}"
            })
    void whatWentWrongIsRecognised(String line) {
        assertThat(LogFold.fold(List.of(line)).getFirst().error()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no news",
                "GET /errors-overview 200",
                "{\"level\":30,\"msg\":\"fine\"}",
                "terror management",
                "{not json"
            })
    void whatDidNotIsNot(String line) {
        assertThat(LogFold.fold(List.of(line)).getFirst().error()).isFalse();
    }

    @Test
    void theMessageOfAStructuredLineIsWhatIsShown() {
        assertThat(
                        LogFold.fold(
                                List.of(
                                        "{\"level\":50,\"time\":1,\"pid\":9,\"msg\":\"job 1 lost\"}")))
                .containsExactly(new FoldedLine("job 1 lost", 1, true));
    }

    @Test
    void theLatestComesFirstAsItWasWrittenLast() {
        assertThat(LogFold.fold(List.of("a 1", "b", "a 2", "", "c")))
                .containsExactly(
                        new FoldedLine("c", 1, false),
                        new FoldedLine("a 2", 2, false),
                        new FoldedLine("b", 1, false));
    }

    @Test
    void hostileLinesTakeNoTime() {
        List<String> lines =
                new ArrayList<>(Collections.nCopies(50, "1".repeat(200_000) + "-".repeat(1000)));
        lines.add("[".repeat(100_000));
        lines.add("a ".repeat(100_000));
        assertThat(LogFold.fold(lines)).hasSize(3);
    }

    @Test
    void aLineMadeToBeSlowIsNot() {
        String line = " File \"" + "\", line 1".repeat(25_000) + "\u2028";

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> LogFold.fold(List.of(line)));
    }
}
