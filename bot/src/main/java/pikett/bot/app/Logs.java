package pikett.bot.app;

import java.io.Console;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.LoggerFactory;
import pikett.adapters.redaction.Redactor;
import pikett.bot.log.Logging;

/// The log of this process. It redacts what looks like a secret from the first line on, and what is one
/// as soon as the configuration has been read.
final class Logs {
    private static final AtomicReference<Redactor> REDACTOR =
            new AtomicReference<>(Redactor.of(List.of()));

    private static boolean begun;

    private Logs() {}

    /// Once in a process; again does nothing.
    static synchronized void begin() {
        if (begun) {
            return;
        }
        begun = true;
        boolean text =
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        Logging.toStandardError(text, line -> REDACTOR.get().redact(line));
        // Java's own way is to print it, past the redactor.
        Thread.setDefaultUncaughtExceptionHandler((thread, e) ->
                LoggerFactory.getLogger(Logs.class)
                        .error("a thread ended with a failure name={}", thread.getName(), e));
    }

    static void keepOut(Redactor redactor) {
        REDACTOR.set(redactor);
    }
}
