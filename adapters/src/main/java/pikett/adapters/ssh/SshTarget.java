package pikett.adapters.ssh;

import pikett.config.HostConfig;

/// One host as SSH reaches it.
///
/// @param name its name in the configuration
record SshTarget(String name, HostConfig.Ssh config) {
    /// For people: `203.0.113.7:22`.
    String place() {
        String address = config.address();
        return (address.contains(":") ? "[" + address + "]" : address) + ":" + config.port();
    }

    /// What the breaker counts by: address, user and credential, so that a new key starts afresh.
    String login(Credentials credentials) {
        return "%s@%s %s".formatted(config.user(), place(), credentials.id());
    }
}
