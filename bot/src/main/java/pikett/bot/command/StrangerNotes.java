package pikett.bot.command;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/// Lets one note about strangers through in an hour, however many there are and whoever they are.
///
/// Safe for use by many threads.
final class StrangerNotes {
    private static final Duration BETWEEN = Duration.ofHours(1);

    private Instant next = Instant.MIN;
    private int unsaid;

    /// How many attempts have not been told since the last note, this one not counted; empty when no
    /// note is due.
    synchronized OptionalInt due(Instant now) {
        if (now.isBefore(next)) {
            unsaid++;
            return OptionalInt.empty();
        }
        next = now.plus(BETWEEN);
        int untold = unsaid;
        unsaid = 0;
        return OptionalInt.of(untold);
    }
}
