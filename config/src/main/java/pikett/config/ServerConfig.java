package pikett.config;

/// Which of its own pages Pikett serves.
///
/// @param health `/health/live` and `/health/ready`
/// @param metrics `/metrics` in the Prometheus text format
public record ServerConfig(boolean health, boolean metrics) {}
