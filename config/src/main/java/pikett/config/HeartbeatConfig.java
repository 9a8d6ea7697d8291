package pikett.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import pikett.config.CheckTiming.Rhythm;

/// A job that must call in.
///
/// @param rhythm how often it calls in, or at which times it begins
/// @param grace how much later than that it may be
/// @param severity how bad it is when it does not, or says that it failed
/// @param runsAtMost how long one run may take; empty when a run that never ends is only found by the
///     next call that does not come
/// @param bearers any of these must come with a call, two while one replaces the other; empty when
///     anybody who reaches the listener may call
public record HeartbeatConfig(
        Rhythm rhythm,
        Duration grace,
        Severity severity,
        Optional<Duration> runsAtMost,
        List<Secret> bearers) {
    public HeartbeatConfig {
        bearers = List.copyOf(bearers);
    }
}
