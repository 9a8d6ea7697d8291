package pikett.alerts.scheduler;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import pikett.alerts.check.AlertKey;
import pikett.alerts.check.Check;
import pikett.alerts.check.CheckState;
import pikett.alerts.check.Sighting;

/// A check, for people.
///
/// @param last what its last look brought; empty before the first since the start
/// @param next when it looks again; empty when never
/// @param states what its alerts have come to; those that are quiet are left out
public record CheckView(
        Check check,
        Optional<Sighting> last,
        Optional<Instant> next,
        RunFigures figures,
        Map<AlertKey, CheckState> states) {
    public CheckView {
        states = Map.copyOf(states);
    }
}
