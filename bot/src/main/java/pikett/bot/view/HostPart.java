package pikett.bot.view;

import java.util.List;
import pikett.adapters.process.ProcessReading;
import pikett.adapters.process.ProcessState;

/// A host and what runs there.
public record HostPart(String name, HostState state, List<ServiceLine> services) {
    public HostPart {
        services = List.copyOf(services);
    }

    /// A service and what was read of it.
    public record ServiceLine(String name, ProcessReading reading) {
        boolean isWell() {
            return reading.state() == ProcessState.UP;
        }
    }

    /// Whether there is nothing to look at.
    boolean isWell() {
        return state instanceof HostState.Answered
                && services.stream().allMatch(ServiceLine::isWell);
    }

    /// Whether the services could be asked.
    boolean isAnswered() {
        return state instanceof HostState.Answered;
    }
}
