package pikett.bot.command;

import java.util.List;
import java.util.Optional;
import pikett.adapters.host.Shell;
import pikett.adapters.http.HttpResult;
import pikett.adapters.process.Supervisor;
import pikett.adapters.queue.Queue;

/// What can be asked: the configured hosts, services and queues, each with its way there.
public record Targets(
        List<HostTarget> hosts, List<ServiceTarget> services, List<QueueTarget> queues) {
    public Targets {
        hosts = List.copyOf(hosts);
        services = List.copyOf(services);
        queues = List.copyOf(queues);
    }

    /// A host.
    public record HostTarget(String name, Shell shell) {}

    /// A service.
    ///
    /// @param host the name of its host
    /// @param health its endpoint, if it has one
    public record ServiceTarget(
            String name, String host, Supervisor supervisor, Optional<HealthProbe> health) {}

    /// A queue.
    public record QueueTarget(String name, Queue queue) {}

    /// Asks a health endpoint, once, within its own deadline. Never throws for what a network may do.
    @FunctionalInterface
    public interface HealthProbe {
        HttpResult ask();
    }
}
