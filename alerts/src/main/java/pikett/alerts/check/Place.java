package pikett.alerts.check;

/// Where a check looks, seen from here.
public sealed interface Place {
    /// On this machine: nothing lies between.
    record Here() implements Place {}

    /// At a host itself: what this check reaches tells whether the host can be reached.
    record AtHost(String host) implements Place {}

    /// Behind the connection to a host: while that cannot be reached, nothing is known.
    record Behind(String host) implements Place {}

    /// Anywhere else in the network, reached without a host.
    record Outside() implements Place {}
}
