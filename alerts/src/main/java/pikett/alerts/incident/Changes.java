package pikett.alerts.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// How often something began and ceased to fire. Flapping is five changes within half an hour, which is
/// a third time that it fires: what broke twice was mended twice, and is told so. It is over when nothing
/// has changed for ten minutes.
///
/// @param recent the last of them, oldest first
/// @param count all of them
public record Changes(List<Instant> recent, int count, boolean flapping) {
    public static final Changes NONE = new Changes(List.of(), 0, false);

    private static final int TOO_MANY = 5;
    private static final Duration WITHIN = Duration.ofMinutes(30);
    private static final Duration SETTLE = Duration.ofMinutes(10);

    public Changes {
        recent = List.copyOf(recent);
    }

    /// With one more.
    Changes with(Instant now) {
        List<Instant> kept = new ArrayList<>(recent);
        kept.add(now);
        kept.removeIf(change -> change.isBefore(now.minus(WITHIN)));
        boolean tooMany = kept.size() >= TOO_MANY;
        List<Instant> last = kept.subList(Math.max(0, kept.size() - TOO_MANY), kept.size());
        return new Changes(last, count + 1, flapping || tooMany);
    }

    /// What a new incident of the same group begins with: the changes are remembered, so that what
    /// comes and goes is seen to.
    Changes inherited() {
        return new Changes(recent, 0, false);
    }

    /// How many there were lately, those of the incident before included.
    public int lately() {
        return Math.max(count, recent.size());
    }

    /// The same, no longer flapping if it is quiet by now.
    Changes settled(Instant now) {
        return flapping && !now.isBefore(settlesAt()) ? new Changes(List.of(), count, false) : this;
    }

    /// When it is quiet, if nothing changes until then. Only while it flaps.
    public Instant settlesAt() {
        return recent.getLast().plus(SETTLE);
    }
}
