package pikett.bot.view;

import java.time.Instant;
import java.time.ZoneId;
import pikett.bot.language.Phrases;

/// Where a card is read, by whoever is there.
///
/// @param phrases in the language of the chat
/// @param zone of the times
/// @param now at which it is rendered
public record Room(Phrases phrases, ZoneId zone, Instant now) {
    /// A point in time, as one says it there.
    public String time(Instant instant) {
        return phrases.figures().time(instant, zone, now);
    }
}
