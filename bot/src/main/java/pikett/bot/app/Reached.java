package pikett.bot.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import pikett.adapters.host.Host;
import pikett.adapters.http.Http;
import pikett.adapters.ssh.Hosts;
import pikett.bot.command.Targets;
import pikett.bot.runbook.RunEnvironment;
import pikett.bot.trace.Traces;
import pikett.config.PikettConfig;

/// The configuration that is followed at this moment, and what can be reached by it. All of it changes at once.
///
/// Safe for use by many threads; one at a time prepares and changes.
final class Reached {
    private final Hosts hosts;
    private final Http http;
    private final Ground ground;
    private final MeterRegistry metrics;
    private final Traces traces;
    private volatile Now now;

    /// What there is at one moment.
    ///
    /// @param watched every host by its name, with its commands counted
    record Now(
            PikettConfig config,
            Hosts.Planned hosts,
            Map<String, Host> watched,
            Targets targets,
            RunEnvironment environment) {}

    Reached(
            PikettConfig config,
            Hosts hosts,
            Http http,
            Ground ground,
            MeterRegistry metrics,
            Traces traces) {
        this.hosts = hosts;
        this.http = http;
        this.ground = ground;
        this.metrics = metrics;
        this.traces = traces;
        this.now = made(config, hosts.plan(config.hosts()), Optional.empty());
        hosts.become(now.hosts());
    }

    Now now() {
        return now;
    }

    PikettConfig config() {
        return now.config();
    }

    Targets targets() {
        return now.targets();
    }

    RunEnvironment environment() {
        return now.environment();
    }

    /// What another configuration reaches; what is the same in it is the same object. Changes nothing.
    Now prepare(PikettConfig next) {
        return made(next, hosts.plan(next.hosts()), Optional.of(now));
    }

    void become(Now next) {
        hosts.become(next.hosts());
        now = next;
    }

    private Now made(PikettConfig config, Hosts.Planned planned, Optional<Now> before) {
        Map<String, Host> watched = new LinkedHashMap<>();
        planned.all()
                .forEach((name, host) ->
                        watched.put(
                                name,
                                before.filter(was -> host.equals(was.hosts().all().get(name)))
                                        .map(was -> was.watched().get(name))
                                        .orElseGet(() ->
                                                WatchedShell.watch(
                                                        host, ground.clock(), metrics, traces))));
        TargetWiring wiring = new TargetWiring(config, watched, http, ground.clock());
        Targets targets = before.map(wiring::targets).orElseGet(wiring::targets);
        return new Now(
                config,
                planned,
                watched,
                targets,
                new RunEnvironment(
                        watched, new TargetAccess(targets), ground.clock(), ground.pause()));
    }
}
