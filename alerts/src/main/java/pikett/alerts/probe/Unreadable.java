package pikett.alerts.probe;

import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;

/// Why an answer is not read, though it came.
final class Unreadable {
    private static final int MEBIBYTE = 1024 * 1024;

    private Unreadable() {}

    /// @param most how many bytes are read
    static Reason tooLong(Endpoint endpoint, int most) {
        return Reason.of(
                Cause.ANSWER_TOO_LONG,
                Detail.text(endpoint.place()),
                Detail.text(most / MEBIBYTE + " MiB"));
    }

    static Reason tooMany(Parts parts) {
        return Reason.of(
                Cause.TOO_MANY_SERIES, Detail.count(parts.size()), Detail.number(Parts.MOST));
    }

    /// Words from outside, bounded.
    static String cut(String words, int most) {
        return words.substring(0, Math.min(words.length(), most));
    }
}
