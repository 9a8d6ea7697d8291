package pikett.bot.watch;

import java.util.List;
import java.util.stream.Stream;
import pikett.alerts.check.Check;

/// All checks of a configuration.
///
/// Their names are kept with their readings: `host:NAME`, `service:NAME`, `health:NAME`, `queue:NAME`,
/// `check:NAME`.
public final class CheckPlan {
    private final HostChecks hosts;
    private final ServiceChecks services;
    private final QueueChecks queues;
    private final WrittenChecks written;

    public CheckPlan(Sights sights) {
        this.hosts = new HostChecks(sights);
        this.services = new ServiceChecks(sights);
        this.queues = new QueueChecks(sights);
        this.written = new WrittenChecks(sights);
    }

    /// In the order in which a person thinks of them: from the ground up.
    public List<Check> checks() {
        return Stream.of(hosts.checks(), services.checks(), queues.checks(), written.checks())
                .flatMap(List::stream)
                .toList();
    }
}
