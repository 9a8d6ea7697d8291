package pikett.bot.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What others wrote must not forge a line, steer a terminal, or bring a secret along.
final class LogFormatTest {
    private static final String FORGED = "\u001b[2J\u009b31m\r\n12:00:00.000 ERROR App  forged";

    static Stream<LogFormat> formats() {
        return Stream.of(
                new TextFormat(LogFormatTest::redacted), new JsonFormat(LogFormatTest::redacted));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void noTextOfOthersForgesALineOrSteersTheTerminal(LogFormat format) {
        String line = format.line(event("name=" + FORGED, Map.of("actor", FORGED), null));

        assertThat(line.lines()).hasSize(1);
        assertThat(line.codePoints().filter(Character::isISOControl)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aSecretIsTakenOutWhereverItStands(LogFormat format) {
        String line =
                format.line(
                        event(
                                "token s3cret",
                                Map.of("actor", "s3cret"),
                                new IllegalStateException(
                                        "url s3cret", new IllegalArgumentException("s3cret"))));

        assertThat(line).doesNotContain("s3cret").contains("•••");
    }

    @Test
    void theLinesOfAnExceptionAreIndentedSoThatNoneLooksLikeALineOfTheLog() {
        String text =
                new TextFormat(LogFormatTest::redacted)
                        .line(event("failed", Map.of(), new IllegalStateException(FORGED)));

        assertThat(text.lines().skip(1)).isNotEmpty().allMatch(line -> line.startsWith("    "));
    }

    private static String redacted(String text) {
        return text.replace("s3cret", "•••");
    }

    private static LoggingEvent event(
            String message, Map<String, String> context, @Nullable Throwable failure) {
        LoggerContext logback = new LoggerContext();
        LoggingEvent event =
                new LoggingEvent(
                        "", logback.getLogger("pikett.Test"), Level.WARN, message, failure, null);
        event.setMDCPropertyMap(context);
        return event;
    }
}
