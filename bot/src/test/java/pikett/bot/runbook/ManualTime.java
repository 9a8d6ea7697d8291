package pikett.bot.runbook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Time that passes only while somebody pauses. Nobody really waits, so that whoever tries for ever does
/// nothing else; [#end()] stops that.
final class ManualTime implements InstantSource, Pause {
    private boolean over;
    private Instant now = Instant.parse("2026-11-21T02:00:00Z");

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized void pause(Duration duration) throws InterruptedException {
        if (over || Thread.interrupted()) {
            throw new InterruptedException();
        }
        now = now.plus(duration);
    }

    /// No pause comes back from here on.
    synchronized void end() {
        over = true;
    }

    synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }
}
