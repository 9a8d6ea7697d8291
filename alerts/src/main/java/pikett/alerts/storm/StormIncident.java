package pikett.alerts.storm;

import java.time.Instant;
import pikett.alerts.incident.IncidentNumber;
import pikett.config.Severity;

/// One line of a storm's list.
///
/// @param name alert name of its first alert
/// @param service may be empty
/// @param host may be empty
/// @param since when it was opened
/// @param over whether nothing of it fires any more
public record StormIncident(
        IncidentNumber number,
        Severity severity,
        String name,
        String service,
        String host,
        Instant since,
        boolean over) {}
