package pikett.bot.runbook;

import java.time.Duration;

/// Waits; tests move time instead.
@FunctionalInterface
public interface Pause {
    void pause(Duration duration) throws InterruptedException;
}
