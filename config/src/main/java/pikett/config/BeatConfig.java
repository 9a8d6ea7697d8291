package pikett.config;

import java.time.Duration;

/// Where Pikett says that it lives (`outgoing-heartbeat`).
///
/// @param url is asked for with a GET; may hold a secret
/// @param every how often, while all is well
public record BeatConfig(Secret url, Duration every) {}
