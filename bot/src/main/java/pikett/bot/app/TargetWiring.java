package pikett.bot.app;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import pikett.adapters.host.Host;
import pikett.adapters.host.Loopback;
import pikett.adapters.http.Http;
import pikett.adapters.http.HttpCall;
import pikett.adapters.process.Supervisors;
import pikett.adapters.queue.Queues;
import pikett.bot.command.Targets;
import pikett.config.HostConfig;
import pikett.config.PikettConfig;
import pikett.config.QueueConfig;
import pikett.config.ServiceConfig;

/// Makes what can be asked from the configuration.
final class TargetWiring {
    private final PikettConfig config;
    private final Map<String, Host> hosts;
    private final Http http;
    private final InstantSource clock;

    TargetWiring(PikettConfig config, Map<String, Host> hosts, Http http, InstantSource clock) {
        this.config = config;
        this.hosts = hosts;
        this.http = http;
        this.clock = clock;
    }

    /// Those that are the same as before are the same objects: supervisors and queues remember what they saw.
    Targets targets(Reached.Now before) {
        Targets fresh = targets();
        return new Targets(
                fresh.hosts(),
                fresh.services().stream().map(each -> kept(each, before)).toList(),
                fresh.queues().stream().map(each -> kept(each, before)).toList());
    }

    private Targets.ServiceTarget kept(Targets.ServiceTarget fresh, Reached.Now before) {
        boolean same =
                Objects.equals(
                                config.services().get(fresh.name()),
                                before.config().services().get(fresh.name()))
                        && isSameHost(fresh.host(), before);
        return before.targets().services().stream()
                .filter(service -> same && service.name().equals(fresh.name()))
                .findFirst()
                .orElse(fresh);
    }

    private Targets.QueueTarget kept(Targets.QueueTarget fresh, Reached.Now before) {
        QueueConfig queue = config.queues().get(fresh.name());
        boolean same =
                queue != null
                        && queue.equals(before.config().queues().get(fresh.name()))
                        && isSameHost(queue.host(), before);
        return before.targets().queues().stream()
                .filter(each -> same && each.name().equals(fresh.name()))
                .findFirst()
                .orElse(fresh);
    }

    private boolean isSameHost(String name, Reached.Now before) {
        return host(name).equals(before.watched().get(name));
    }

    Targets targets() {
        Supervisors supervisors = new Supervisors(clock);
        List<Targets.HostTarget> hostTargets =
                hosts.values().stream()
                        .map(host -> new Targets.HostTarget(host.name(), host.shell()))
                        .toList();
        List<Targets.ServiceTarget> services =
                config.services().entrySet().stream()
                        .map(entry ->
                                new Targets.ServiceTarget(
                                        entry.getKey(),
                                        entry.getValue().host(),
                                        supervisors.supervisor(
                                                entry.getValue().supervisor(),
                                                host(entry.getValue().host())),
                                        entry.getValue()
                                                .health()
                                                .map(health ->
                                                        probe(health, entry.getValue().host()))))
                        .toList();
        List<Targets.QueueTarget> queues =
                config.queues().entrySet().stream()
                        .map(entry ->
                                new Targets.QueueTarget(
                                        entry.getKey(),
                                        Queues.queue(
                                                entry.getValue(),
                                                host(entry.getValue().host()),
                                                clock)))
                        .toList();
        return new Targets(hostTargets, services, queues);
    }

    private Host host(String name) {
        return Optional.ofNullable(hosts.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no host " + name));
    }

    /// A loopback address means the service's own host, so it is asked from there.
    private Targets.HealthProbe probe(ServiceConfig.Health health, String hostName) {
        HttpCall call = HttpCall.get(health.url(), health.timeout());
        boolean far = config.hosts().get(hostName) instanceof HostConfig.Ssh;
        return far && Loopback.is(health.url().getHost())
                ? () -> http.send(call, host(hostName).dialer())
                : () -> http.send(call);
    }
}
