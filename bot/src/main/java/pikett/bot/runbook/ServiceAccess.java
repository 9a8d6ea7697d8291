package pikett.bot.runbook;

import java.util.Optional;
import pikett.adapters.process.Supervisor;
import pikett.adapters.reason.Reason;

/// The services that a run may touch and look at.
///
/// Safe for use by many threads.
public interface ServiceAccess {
    /// What starts and stops it; empty when there is no such service.
    Optional<Supervisor> supervisor(String service);

    /// What its health endpoint says now. Takes no longer than the endpoint's own deadline.
    Health health(String service);

    /// A health endpoint's word.
    sealed interface Health {
        /// It says that it is well.
        record Well() implements Health {}

        /// It says that it is not, or cannot be asked.
        record Unwell(Reason reason) implements Health {}

        /// The service has no endpoint; its process alone counts.
        record NotConfigured() implements Health {}
    }
}
