package pikett.bot.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.UnaryOperator;

/// For a person at a terminal. Control characters of outside text are made harmless, so that a log line
/// can neither forge another nor steer the terminal.
final class TextFormat implements LogFormat {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private final UnaryOperator<String> redactor;

    TextFormat(UnaryOperator<String> redactor) {
        this.redactor = redactor;
    }

    @Override
    public String line(ILoggingEvent event) {
        StringBuilder line = new StringBuilder();
        line.append(TIME.format(event.getInstant()))
                .append(' ')
                .append(event.getLevel())
                .append(' ')
                .append(shortName(event.getLoggerName()))
                .append("  ")
                .append(harmless(redactor.apply(event.getFormattedMessage())));
        event.getMDCPropertyMap()
                .forEach((key, value) ->
                        line.append(' ')
                                .append(key)
                                .append('=')
                                .append(harmless(redactor.apply(value))));
        if (event.getThrowableProxy() != null) {
            String trace = ThrowableProxyUtil.asString(event.getThrowableProxy());
            redactor.apply(trace)
                    .lines()
                    .forEach(row -> line.append('\n').append("    ").append(harmless(row)));
        }
        return line.toString();
    }

    private static String shortName(String logger) {
        return logger.substring(logger.lastIndexOf('.') + 1);
    }

    static String harmless(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) && c != '\t' ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
