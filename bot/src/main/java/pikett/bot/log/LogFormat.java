package pikett.bot.log;

import ch.qos.logback.classic.spi.ILoggingEvent;

/// One event as one line, without its end.
@FunctionalInterface
interface LogFormat {
    String line(ILoggingEvent event);
}
