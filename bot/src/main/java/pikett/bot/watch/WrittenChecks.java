package pikett.bot.watch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pikett.adapters.host.Host;
import pikett.alerts.check.Check;
import pikett.alerts.check.Place;
import pikett.alerts.label.Labels;
import pikett.alerts.probe.CommandProbe;
import pikett.alerts.probe.LogsProbe;
import pikett.alerts.probe.MetricsProbe;
import pikett.alerts.probe.PortProbe;
import pikett.alerts.probe.Probe;
import pikett.alerts.probe.QueryProbe;
import pikett.alerts.probe.WebProbe;
import pikett.alerts.rule.Rule;
import pikett.alerts.rule.Rules;
import pikett.bot.command.Targets;
import pikett.config.CheckConfig;
import pikett.config.CheckConfig.Target;
import pikett.config.condition.Name;
import pikett.config.offer.ProbeKind;

/// The checks that are written down.
final class WrittenChecks {
    private final Sights sights;

    WrittenChecks(Sights sights) {
        this.sights = sights;
    }

    List<Check> checks() {
        return sights.config().checks().written().entrySet().stream()
                .map(check -> check(check.getKey(), check.getValue()))
                .toList();
    }

    private Check check(String name, CheckConfig config) {
        List<Rule> rules = Rules.of(kind(config.target()), config.when(), labels(name, config));
        return sights.check(
                "check:" + name,
                place(config),
                config.timing(),
                probe(config, rules),
                rules,
                new AlertEvidence(sights).ofAnswer(),
                config,
                config.host().map(sights::host),
                config.target() instanceof Target.Log(String log) ? service(log) : "");
    }

    private static ProbeKind kind(Target target) {
        return switch (target) {
            case Target.Web _ -> ProbeKind.HTTP;
            case Target.Port _ -> ProbeKind.TCP;
            case Target.Query _ -> ProbeKind.PROMETHEUS;
            case Target.Metrics _ -> ProbeKind.METRICS;
            case Target.Program _ -> ProbeKind.COMMAND;
            case Target.Log _ -> ProbeKind.LOGS;
        };
    }

    private Labels labels(String name, CheckConfig config) {
        Map<String, String> labels = new HashMap<>(Map.of(Labels.CHECK, name));
        config.host().ifPresent(host -> labels.put(Labels.HOST, host));
        if (config.target() instanceof Target.Log(String service)) {
            labels.put(Labels.SERVICE, service);
            labels.put(Labels.HOST, service(service).host());
        }
        return Labels.of(labels);
    }

    private Place place(CheckConfig config) {
        if (config.host().isPresent()) {
            return sights.behind(config.host().get());
        }
        return switch (config.target()) {
            case Target.Web(var url) -> Sights.fromHere(url.getHost());
            case Target.Port(String address, int _) -> Sights.fromHere(address);
            case Target.Query(var prometheus, var _) -> Sights.fromHere(prometheus.getHost());
            case Target.Metrics(var url) -> Sights.fromHere(url.getHost());
            case Target.Program _ -> new Place.Here();
            case Target.Log(String service) -> sights.behind(service(service).host());
        };
    }

    private Probe probe(CheckConfig config, List<Rule> rules) {
        Host from = config.host().map(sights::host).orElse(sights.here());
        return switch (config.target()) {
            case Target.Web(var url) ->
                    new WebProbe(sights.endpoint(from, url), Sights.asked(rules), sights.clock());
            case Target.Port(String address, int port) ->
                    new PortProbe(from.dialer(), address, port, sights.clock());
            case Target.Query(var prometheus, String promql) ->
                    new QueryProbe(sights.endpoint(from, prometheus), promql, sights.clock());
            case Target.Metrics(var url) ->
                    new MetricsProbe(
                            sights.endpoint(from, url), Sights.asked(rules), sights.clock());
            case Target.Program(List<String> command) ->
                    new CommandProbe(
                            from.shell(), command, config.timing().timeout(), sights.clock());
            case Target.Log(String service) ->
                    new LogsProbe(service(service).supervisor(), patterns(rules), sights.clock());
        };
    }

    private static Set<String> patterns(List<Rule> rules) {
        return Sights.asked(rules).stream()
                .flatMap(name -> name.argument().stream())
                .flatMap(argument ->
                        argument instanceof Name.Argument.Quoted(String pattern)
                                ? Stream.of(pattern)
                                : Stream.empty())
                .collect(Collectors.toSet());
    }

    private Targets.ServiceTarget service(String name) {
        return sights.targets().services().stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service " + name));
    }
}
