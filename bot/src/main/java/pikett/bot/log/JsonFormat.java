package pikett.bot.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;

/// One JSON object a line, for a log collector.
final class JsonFormat implements LogFormat {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final UnaryOperator<String> redactor;

    JsonFormat(UnaryOperator<String> redactor) {
        this.redactor = redactor;
    }

    @Override
    public String line(ILoggingEvent event) {
        ObjectNode line =
                MAPPER.createObjectNode()
                        .put("time", event.getInstant().toString())
                        .put("level", event.getLevel().toString())
                        .put("logger", event.getLoggerName())
                        .put("thread", redactor.apply(event.getThreadName()))
                        .put("message", redactor.apply(event.getFormattedMessage()));
        event.getMDCPropertyMap().forEach((key, value) -> line.put(key, redactor.apply(value)));
        if (event.getThrowableProxy() != null) {
            line.put(
                    "exception",
                    redactor.apply(ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
        // JSON escapes the older control characters itself, and leaves those above ASCII.
        return TextFormat.harmless(line.toString());
    }
}
