package pikett.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where alerts from elsewhere come from.
///
/// @param payload what they look like
/// @param credentials how the sender shows who it is
/// @param maxBytes the longest payload
/// @param atMost how many payloads; beyond that the sender is told to come back later
/// @param staleAfter an alert of which nothing was heard for so long is marked, since it may be over
public record SourceConfig(
        Payload payload,
        Credentials credentials,
        int maxBytes,
        Frequency atMost,
        Duration staleAfter) {

    /// What is sent.
    public sealed interface Payload {
        /// What Alertmanager's webhook sends, version 4.
        record Alertmanager() implements Payload {}

        /// What Grafana's webhook sends.
        record Grafana() implements Payload {}

        /// What `pikett notify` and `pikett wrap` send.
        record Pikett() implements Payload {}

        /// Any JSON object.
        record Json(Mapping mapping) implements Payload {}
    }

    /// Where in a JSON object the parts of an alert stand, each as a JSON pointer (RFC 6901).
    ///
    /// @param title what people read first
    /// @param severity a word for how bad it is
    /// @param resolvedWhen when the alert is over; without it, every payload says that it fires
    /// @param fingerprint what tells one alert from another; without it, the title does
    /// @param labels by the name of the label; they are part of what tells one alert from another
    /// @param startsAt when it began, as RFC 3339
    public record Mapping(
            String title,
            Optional<String> severity,
            Optional<ResolvedWhen> resolvedWhen,
            List<String> fingerprint,
            Optional<String> description,
            Map<String, String> labels,
            Optional<String> link,
            Optional<String> startsAt) {}

    /// A comparison such as `/state == 'ok'`.
    ///
    /// @param pointer to a text, a number or a truth value
    /// @param equal whether it must be this value, or any other
    /// @param value as a text
    public record ResolvedWhen(String pointer, boolean equal, String value) {}

    /// What only the sender and we know. Of two secrets both count, so that one can take the other's place.
    public sealed interface Credentials {
        List<Secret> secrets();

        /// `Authorization: Bearer SECRET`.
        record Bearer(List<Secret> secrets) implements Credentials {}

        /// A signature of the body with the secret, HMAC with SHA-256.
        record Hmac(List<Secret> secrets) implements Credentials {}
    }
}
