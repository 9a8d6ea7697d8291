package pikett.bot.runbook;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.List;

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

    /// The services that this step changes.
    default List<String> touchedServices() {
        return switch (this) {
            case Restart restart -> List.of(restart.service());
            case Run _, WaitHealthy _ -> List.of();
        };
    }
}
