package pikett.alerts.mute;

import java.time.Instant;
import java.util.Optional;
import pikett.alerts.label.Matchers;
import pikett.alerts.outbox.Destination;

/// A person hides what matches until a time, at once or from a later time on.
///
/// @param begun whether it hides; what begins later does so with the next look at the clock after its time
/// @param by the person's name
/// @param madeAt the chat in which it was made, where is said that it ends
/// @param matchedAt when it last hid something
/// @param warned whether was said that it ends soon
/// @param end when and why it ended before its time
public record Silence(
        SilenceId id,
        Matchers matchers,
        Instant from,
        Instant until,
        boolean begun,
        String by,
        String reason,
        Optional<Destination> madeAt,
        Optional<Instant> matchedAt,
        boolean warned,
        Optional<End> end) {

    /// How a silence ended before its time.
    public record End(Instant at, Why why, String by) {}

    /// Why a silence ended before its time.
    public enum Why {
        /// The person who had just made it took it back.
        UNDONE,
        /// A person ended it.
        ENDED,
        /// What it hid was over, and nothing came after it.
        NOTHING_LEFT
    }

    public boolean active(Instant now) {
        return begun && !over(now);
    }

    public boolean over(Instant now) {
        return end.isPresent() || !now.isBefore(until);
    }
}
