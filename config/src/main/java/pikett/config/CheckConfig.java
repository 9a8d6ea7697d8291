package pikett.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// A check that is written down, beside those that hosts, services and queues bring by themselves.
///
/// @param host the host through whose connection is looked; empty for this machine. That of a log is the
///     host of its service
/// @param timing with the `check-defaults` filled in
public record CheckConfig(
        Target target, Optional<String> host, CheckTiming timing, Conditions when) {
    /// What is looked at.
    public sealed interface Target {
        /// A page or an interface on the web (`http`).
        record Web(URI url) implements Target {}

        /// A port (`tcp: host:port`).
        record Port(String host, int port) implements Target {}

        /// The result of a query (`prometheus`, `query`).
        record Query(URI prometheus, String promql) implements Target {}

        /// Metrics as a program shows them to Prometheus (`metrics`).
        record Metrics(URI url) implements Target {}

        /// What a program says (`command`), as an argument vector.
        record Program(List<String> command) implements Target {
            public Program {
                command = List.copyOf(command);
            }
        }

        /// The new lines of a service's log (`logs: SERVICE`).
        record Log(String service) implements Target {}
    }
}
