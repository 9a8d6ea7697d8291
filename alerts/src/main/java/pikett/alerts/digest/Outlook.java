package pikett.alerts.digest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What becomes worse, whether or not it is an alert yet. Immutable.
///
/// @param certificates those that run out within 30 days, the first of them first
/// @param queues in which more wait than when the period began, the deepest first
/// @param restarts of services that were started again more often than usual, the most often first
public record Outlook(List<Expiring> certificates, List<Growing> queues, List<Restarted> restarts) {
    /// Nothing becomes worse.
    public static final Outlook NONE = new Outlook(List.of(), List.of(), List.of());

    public Outlook {
        certificates = List.copyOf(certificates);
        queues = List.copyOf(queues);
        restarts = List.copyOf(restarts);
    }

    /// Whether there is nothing to tell.
    public boolean isEmpty() {
        return certificates.isEmpty() && queues.isEmpty() && restarts.isEmpty();
    }

    /// A certificate that runs out soon, or has run out.
    ///
    /// @param check of what shows it, as people call it
    /// @param end when it runs out; when that was seen, if it is over
    public record Expiring(String check, Instant end) {
        /// How long it is still good for; not positive when it has run out.
        public Duration left(Instant now) {
            return Duration.between(now, end);
        }
    }

    /// A queue that becomes deeper.
    ///
    /// @param before how many waited when the period began
    /// @param waiting how many waited when it ended
    public record Growing(String queue, long before, long waiting) {}

    /// A service that was started again.
    ///
    /// @param times at least so often within the period
    /// @param before at least so often within as long before it
    public record Restarted(String service, long times, long before) {}
}
