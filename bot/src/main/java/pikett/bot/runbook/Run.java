package pikett.bot.runbook;

import java.time.Instant;
import java.util.List;
import pikett.bot.audit.AuditId;

/// One execution of a plan, as it stands in the database.
///
/// @param requester name of the person who asked for it
/// @param approvers the distinct persons who agreed beside the requester
/// @param auditId the intent that was committed before it started
/// @param step index into [Plan#sequence()] of the last step that was started; -1 before the first
record Run(
        RunId id,
        Plan plan,
        String requester,
        List<String> approvers,
        Origin origin,
        AuditId auditId,
        Instant startedAt,
        int step) {
    Run {
        approvers = List.copyOf(approvers);
    }
}
