package pikett.adapters.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pikett.adapters.reason.Reason;

/// How an HTTP request ended.
public sealed interface HttpResult {
    /// An answer arrived, whatever its status.
    ///
    /// @param headers names in lower case
    /// @param body as text, cut at the cap
    /// @param truncated whether the body was longer than the cap
    /// @param certificateExpires end of the server certificate's validity; empty without TLS
    record Answered(
            int status,
            Map<String, List<String>> headers,
            String body,
            boolean truncated,
            Duration took,
            Optional<Instant> certificateExpires)
            implements HttpResult {}

    /// No answer: the reason names the address, such as `connection refused by 127.0.0.1:3009`.
    record Failed(Phase phase, Reason reason, Duration took) implements HttpResult {}

    /// Where it failed.
    enum Phase {
        /// The name does not resolve.
        NAME,
        /// Nothing listens, or the way there is closed.
        REFUSED,
        /// Nobody took the connection in time, so that nothing was said.
        UNREACHED,
        /// The deadline passed.
        TIMEOUT,
        /// The certificate or the handshake is not acceptable.
        TLS,
        /// The connection broke, or what came was not HTTP.
        BROKEN
    }
}
