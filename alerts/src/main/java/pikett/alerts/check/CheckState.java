package pikett.alerts.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import pikett.config.Severity;

/// What a check has come to, for one alert. Immutable.
///
/// Whenever it fires as critical it fires as warning too, so that a critical alert that becomes better
/// goes on as a warning instead of ending and beginning again.
///
/// @param lastFired when it began to fire, this time or the last; empty when no time is remembered. Each
///     time is later than the one before, also when the clock was put back: that is how the times of an
///     alert are told apart
/// @param held the conditions that held when they were known last, as they are written; none when all is
///     well
public record CheckState(
        Rung warning, Rung critical, Optional<Instant> lastFired, Set<String> held) {
    private static final Duration REMEMBERED = Duration.ofDays(7);

    /// Nothing was seen yet, or all has been well for long.
    public static final CheckState QUIET =
            new CheckState(new Rung.Quiet(), new Rung.Quiet(), Optional.empty(), Set.of());

    public CheckState {
        held = Set.copyOf(held);
    }

    public boolean firing() {
        return warning.firing();
    }

    /// All is well.
    boolean quiet() {
        return warning instanceof Rung.Quiet && critical instanceof Rung.Quiet;
    }

    /// Whether all is well and the last time was so long ago that no clock is put back behind it.
    boolean forgettable(Instant now) {
        return quiet() && lastFired.filter(last -> now.isBefore(last.plus(REMEMBERED))).isEmpty();
    }

    /// When it began to fire, this time; empty when it does not.
    public Optional<Instant> firingSince() {
        return firing() ? lastFired : Optional.empty();
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
        boolean begins = nextWarning.firing() && !firing();
        return new CheckState(
                nextWarning, nextCritical, begins ? Optional.of(afterLast(at)) : lastFired, held);
    }

    CheckState holding(Set<String> conditions) {
        return new CheckState(warning, critical, lastFired, quiet() ? Set.of() : conditions);
    }

    private Instant afterLast(Instant at) {
        return lastFired.map(last -> last.plusMillis(1)).filter(at::isBefore).orElse(at);
    }
}
