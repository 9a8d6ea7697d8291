package pikett.bot.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// Sets logging up, once, before anything logs.
public final class Logging {
    private Logging() {}

    /// Logs to standard error.
    ///
    /// @param text whether a person reads it there
    /// @param redactor every message, exception and context value passes it
    public static void toStandardError(boolean text, UnaryOperator<String> redactor) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder(context, text, new Bounded(redactor)));
        appender.start();
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(appender);
        root.setLevel(Level.WARN);
        context.getLogger("pikett").setLevel(Level.INFO);
        // Java's own way is to print it, past the redactor. Below warnings nothing is wanted of
        // libraries.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.WARNING);
    }

    private static Encoder<ILoggingEvent> encoder(
            LoggerContext context, boolean text, UnaryOperator<String> redactor) {
        LineEncoder encoder =
                new LineEncoder(text ? new TextFormat(redactor) : new JsonFormat(redactor));
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }
}
