package pikett.adapters.reason;

import java.time.Duration;

/// How the English of logs tells a length of time: `300 ms`, `5 s`, `4 min`, `3 h`, `12 d`.
final class Lengths {
    private Lengths() {}

    /// The largest unit that says it.
    static String english(Duration time) {
        if (time.toMillis() > 0 && time.toMillis() < 1000) {
            return time.toMillis() + " ms";
        }
        if (time.toMinutes() < 1) {
            return Math.round(time.toMillis() / 1000.0) + " s";
        }
        if (time.toHours() < 1) {
            return time.toMinutes() + " min";
        }
        return time.toDays() < 1 ? time.toHours() + " h" : time.toDays() + " d";
    }
}
