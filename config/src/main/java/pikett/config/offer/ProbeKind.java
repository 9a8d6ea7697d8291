package pikett.config.offer;

/// What kind of thing is looked at.
public enum ProbeKind {
    /// A supervised program.
    PROCESS,
    /// The health endpoint of a service.
    HEALTH,
    /// A page or an interface on the web.
    HTTP,
    /// A port.
    TCP,
    /// A machine.
    HOST,
    /// A queue in Redis. Its `failed` counts the jobs that failed.
    QUEUE,
    /// A program that is run and says something.
    COMMAND,
    /// The new lines of a service's log.
    LOGS,
    /// A query to Prometheus.
    PROMETHEUS,
    /// Metrics as a program shows them to Prometheus.
    METRICS;

    /// Which values a look at it can give.
    public Offer offer() {
        return Offers.of(this);
    }
}
