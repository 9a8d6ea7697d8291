package pikett.bot.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pikett.adapters.host.Host;
import pikett.adapters.host.Loopback;
import pikett.alerts.check.Check;
import pikett.alerts.check.Place;
import pikett.alerts.label.Labels;
import pikett.alerts.probe.ProcessProbe;
import pikett.alerts.probe.WebProbe;
import pikett.alerts.rule.Rule;
import pikett.alerts.rule.Rules;
import pikett.bot.command.Targets;
import pikett.config.Conditions;
import pikett.config.ServiceConfig;
import pikett.config.condition.Condition;
import pikett.config.condition.Name;
import pikett.config.offer.ProbeKind;

/// What services bring by themselves: whether they run, run in circles, and say that they are well.
final class ServiceChecks {
    private static final Conditions NOT_WELL =
            new Conditions(List.of(flag("down"), flag("looping")), List.of());

    private final Sights sights;

    ServiceChecks(Sights sights) {
        this.sights = sights;
    }

    List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        for (Targets.ServiceTarget service : sights.targets().services()) {
            checks.add(process(service));
            Optional.ofNullable(sights.config().services().get(service.name()))
                    .flatMap(ServiceConfig::health)
                    .filter(health -> !health.when().isEmpty())
                    .ifPresent(health -> checks.add(health(service, health)));
        }
        return checks;
    }

    private Check process(Targets.ServiceTarget service) {
        return sights.check(
                "service:" + service.name(),
                sights.behind(service.host()),
                sights.config().checks().usual(),
                new ProcessProbe(service.supervisor(), sights.clock()),
                Rules.of(ProbeKind.PROCESS, NOT_WELL, labels(service)),
                new AlertEvidence(sights).ofProcess(service.supervisor()),
                service);
    }

    private Check health(Targets.ServiceTarget service, ServiceConfig.Health health) {
        List<Rule> rules = Rules.of(ProbeKind.HEALTH, health.when(), labels(service));
        String address = health.url().getHost();
        boolean through = sights.isFar(service.host()) && Loopback.is(address);
        Host from = through ? sights.host(service.host()) : sights.here();
        Place place = through ? new Place.Behind(service.host()) : Sights.fromHere(address);
        return sights.check(
                "health:" + service.name(),
                place,
                sights.usualWithin(health.timeout()),
                new WebProbe(
                        sights.endpoint(from, health.url()), Sights.asked(rules), sights.clock()),
                rules,
                new AlertEvidence(sights).ofHealth(service.supervisor()),
                service,
                health,
                from);
    }

    private static Labels labels(Targets.ServiceTarget service) {
        return Labels.of(Map.of(Labels.SERVICE, service.name(), Labels.HOST, service.host()));
    }

    private static Condition flag(String name) {
        return new Condition.Flag(Name.of(name), 1);
    }
}
