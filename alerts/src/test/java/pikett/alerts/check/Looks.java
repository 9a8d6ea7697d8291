package pikett.alerts.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import pikett.alerts.reading.Reading;
import pikett.alerts.reading.Values;

/// Sightings of which only the findings matter.
public final class Looks {
    private Looks() {}

    public static Sighting reached(Instant at, List<Finding> findings) {
        return Sighting.of(reading(at), true, findings);
    }

    public static Sighting unreached(Instant at, List<Finding> findings) {
        return Sighting.of(reading(at), false, findings);
    }

    private static Reading.Known reading(Instant at) {
        return new Reading.Known(at, Duration.ZERO, new Values(Map.of()));
    }
}
