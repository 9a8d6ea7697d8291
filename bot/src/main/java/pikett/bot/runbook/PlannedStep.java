package pikett.bot.runbook;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One act of a plan, with nothing left to fill in.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PlannedStep.Run.class, name = "run"),
    @JsonSubTypes.Type(value = PlannedStep.Restart.class, name = "restart"),
    @JsonSubTypes.Type(value = PlannedStep.WaitHealthy.class, name = "wait-healthy")
})
public sealed interface PlannedStep {
    /// Runs an argument vector on a host.
    record Run(String host, List<String> command, Duration timeout) implements PlannedStep {
        public Run {
            command = List.copyOf(command);
        }
    }

    /// Restarts one service.
    record Restart(String service) implements PlannedStep {}

    /// Waits until a service is healthy, and stays so.
    record WaitHealthy(String service, Duration within) implements PlannedStep {}

    /// The service that this step is about; empty when it could be about anything.
    default Optional<String> scope() {
        return switch (this) {
            case Restart(String service) -> Optional.of(service);
            case WaitHealthy(String service, var _) -> Optional.of(service);
            case Run _ -> Optional.empty();
        };
    }

    /// The services that this step changes.
    default List<String> touchedServices() {
        return switch (this) {
            case Restart restart -> List.of(restart.service());
            case Run _, WaitHealthy _ -> List.of();
        };
    }
}
