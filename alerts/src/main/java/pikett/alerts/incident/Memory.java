package pikett.alerts.incident;

import java.time.Duration;
import java.util.Optional;

/// What is remembered of alerts that come again.
///
/// @param timesThisWeek how many incidents they were part of within seven days, this one included
/// @param last the last incident of theirs that is over
public record Memory(int timesThisWeek, Optional<Last> last) {
    /// How it went the last time.
    ///
    /// @param fix what a person did last, if anybody did something
    /// @param lasted from its first alert until its last was over
    public record Last(IncidentNumber incident, Optional<Fix> fix, Duration lasted) {}

    /// What a person did.
    ///
    /// @param what such as `restart api`
    /// @param before how long before the incident was over
    public record Fix(String by, String what, Duration before) {}
}
