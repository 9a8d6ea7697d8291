package pikett.alerts.check;

import java.time.Instant;
import java.util.Optional;
import pikett.config.Severity;

/// What a check has come to, for one alert. Immutable.
///
/// Whenever it fires as critical it fires as warning too, so that a critical alert that becomes better
/// goes on as a warning instead of ending and beginning again.
///
/// @param firingSince when it began to fire, this time; empty when it does not
public record CheckState(Rung warning, Rung critical, Optional<Instant> firingSince) {
    /// Nothing was seen yet, or all is well.
    public static final CheckState QUIET =
            new CheckState(new Rung.Quiet(), new Rung.Quiet(), Optional.empty());

    public boolean firing() {
        return warning.firing();
    }

    /// How bad it is; empty when it does not fire.
    public Optional<Severity> severity() {
        if (critical.firing()) {
            return Optional.of(Severity.CRITICAL);
        }
        return warning.firing() ? Optional.of(Severity.WARNING) : Optional.empty();
    }

    /// What it has come to after one more reading.
    public CheckState next(Levels levels, Instant at, Patience patience) {
        Rung nextWarning = warning.next(levels.warning(), at, patience);
        Rung nextCritical = critical.next(levels.critical(), at, patience);
        Optional<Instant> since =
                nextWarning.firing() ? firingSince.or(() -> Optional.of(at)) : Optional.empty();
        return new CheckState(nextWarning, nextCritical, since);
    }
}
