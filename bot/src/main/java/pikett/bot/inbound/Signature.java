package pikett.bot.inbound;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// How a sender signed a body.
///
/// @param digest in hexadecimal digits
/// @param before what is signed before the body: the time and a colon, or nothing
/// @param signedAt when; empty for senders that do not say
record Signature(String digest, String before, Optional<Instant> signedAt) {
    private static final String PREFIX = "sha256=";

    /// That of a request; empty where there is none, or where it cannot be relied on.
    static Optional<Signature> of(Headers headers) {
        return timed(headers, "X-Grafana-Alerting-Signature", "X-Grafana-Alerting-Timestamp")
                .or(() -> timed(headers, "X-Pikett-Signature", "X-Pikett-Timestamp"))
                .or(() ->
                        digest(headers, "X-Hub-Signature-256")
                                .map(digest -> new Signature(digest, "", Optional.empty())));
    }

    /// Without its time such a signature could be played back for ever.
    private static Optional<Signature> timed(Headers headers, String name, String time) {
        return digest(headers, name)
                .flatMap(digest ->
                        headers.only(time)
                                .flatMap(written ->
                                        seconds(written)
                                                .map(at ->
                                                        new Signature(
                                                                digest,
                                                                written + ":",
                                                                Optional.of(at)))));
    }

    private static Optional<String> digest(Headers headers, String name) {
        return headers.only(name)
                .map(value -> value.startsWith(PREFIX) ? value.substring(PREFIX.length()) : value)
                .map(value -> value.toLowerCase(Locale.ROOT));
    }

    private static Optional<Instant> seconds(String written) {
        try {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(written)));
        } catch (NumberFormatException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
