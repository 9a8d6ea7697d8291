package pikett.alerts.incident;

import java.time.Instant;
import java.util.List;
import pikett.alerts.mute.Mute;
import pikett.config.Severity;

/// Why a chat was told of an incident just now, or was not.
public sealed interface Reason {
    /// Not yet: what belongs together may still arrive.
    record GroupWait(Instant until) implements Reason {}

    /// Not told: everything that would be said there is hidden.
    record Hidden(List<Mute> by) implements Reason {
        public Hidden {
            by = List.copyOf(by);
        }
    }

    /// Told for the first time.
    ///
    /// @param route that led there
    record First(String route) implements Reason {}

    /// Told for the first time, because nothing arrives in another chat.
    record InsteadOf(String chat, String why) implements Reason {}

    /// Told again: it became worse.
    record Worse(Severity from, Severity to) implements Reason {}

    /// Told again: nobody has taken it.
    ///
    /// @param time 1 for the first repeat
    record Repeated(int time) implements Reason {}

    /// Told again: the last time nothing arrived there.
    record Undelivered() implements Reason {}

    /// Told for the first time, because Telegram did not take it in time.
    record Fallback() implements Reason {}

    /// Told that it is over.
    record Over() implements Reason {}

    /// Not told: it was over before there was anything to say.
    record OverUntold() implements Reason {}

    /// Told on the card of a storm, together with all the others.
    record InStorm() implements Reason {}
}
