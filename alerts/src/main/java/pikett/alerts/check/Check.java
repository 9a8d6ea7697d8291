package pikett.alerts.check;

import java.time.Duration;
import pikett.config.CheckTiming.Rhythm;

/// Something that is looked at again and again. Immutable.
///
/// @param id its name; no two checks share one
/// @param atMost how long one look may take
public record Check(
        String id, Place place, Rhythm rhythm, Duration atMost, Patience patience, Eye eye) {}
