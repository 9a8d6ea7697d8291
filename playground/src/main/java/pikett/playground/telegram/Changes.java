package pikett.playground.telegram;

import java.time.Instant;
import java.util.List;

/// A stretch of the journal.
///
/// @param complete false if older changes than these were already dropped: read the state anew
public record Changes(boolean complete, List<Entry> entries) {
    public Changes {
        entries = List.copyOf(entries);
    }

    /// One change.
    ///
    /// @param number counts up by one from 1
    public record Entry(long number, Instant at, Change change) {}
}
