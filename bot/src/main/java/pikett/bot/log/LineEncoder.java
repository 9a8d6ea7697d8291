package pikett.bot.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;

/// Gives logback the lines of a [LogFormat].
final class LineEncoder extends EncoderBase<ILoggingEvent> {
    private static final byte[] NONE = {};

    private final LogFormat format;

    LineEncoder(LogFormat format) {
        this.format = format;
    }

    @Override
    public byte[] headerBytes() {
        return NONE;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        return (format.line(event) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] footerBytes() {
        return NONE;
    }
}
