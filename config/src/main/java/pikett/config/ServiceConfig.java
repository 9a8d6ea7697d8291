package pikett.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A supervised program on a host.
///
/// @param host name of its host
/// @param supervisor what starts and stops it there
/// @param health its health endpoint
/// @param dependsOn names of services that it cannot work without
/// @param healthyWithin how long after a restart it may take to be healthy; default 60 s
public record ServiceConfig(
        String host,
        Supervision supervisor,
        Optional<Health> health,
        List<String> dependsOn,
        Duration healthyWithin) {

    /// Exactly one way in which a service is supervised.
    public sealed interface Supervision {
        /// A PM2 process, or all instances that share the name.
        record Pm2(String name) implements Supervision {}

        /// A systemd unit.
        record Systemd(String unit) implements Supervision {}

        /// A Docker container.
        record Docker(String container) implements Supervision {}

        /// Own commands, as argument vectors; `{lines}` in `logs` is the number of lines asked for.
        record Commands(List<String> status, List<String> restart, List<String> logs)
                implements Supervision {}
    }

    /// A health endpoint.
    ///
    /// @param url on a loopback address of an SSH host it is reached through that host's connection
    /// @param timeout for the whole answer; default 10 s
    /// @param when when its answer is bad
    public record Health(URI url, Duration timeout, Conditions when) {}
}
