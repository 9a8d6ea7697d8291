package pikett.bot.view;

import java.util.List;
import java.util.Optional;
import pikett.alerts.history.Slot;
import pikett.alerts.history.Trend;

/// How many waited in a queue lately.
///
/// @param lastHour in equal stretches, oldest first
/// @param trend where it is heading; empty when too little is known to say
public record WaitingPast(List<Slot> lastHour, Optional<Trend> trend) {
    /// As many as fit beside a word on a phone.
    public static final int SLOTS = 14;

    public WaitingPast {
        lastHour = List.copyOf(lastHour);
    }
}
