package pikett.bot.watch;

import java.util.List;
import java.util.Map;
import pikett.alerts.check.Check;
import pikett.alerts.check.Place;
import pikett.alerts.label.Labels;
import pikett.alerts.probe.HostProbe;
import pikett.alerts.rule.Rules;
import pikett.config.Conditions;
import pikett.config.offer.ProbeKind;

/// What hosts bring by themselves: whether they can be reached, and have room and time enough.
final class HostChecks {
    private final Sights sights;

    HostChecks(Sights sights) {
        this.sights = sights;
    }

    List<Check> checks() {
        return sights.config().checks().hosts().entrySet().stream()
                .filter(host -> !host.getValue().isEmpty())
                .map(host -> check(host.getKey(), host.getValue()))
                .toList();
    }

    private Check check(String name, Conditions when) {
        Place place = sights.isFar(name) ? new Place.AtHost(name) : new Place.Here();
        return sights.check(
                "host:" + name,
                place,
                sights.config().checks().usual(),
                new HostProbe(sights.host(name).shell(), sights.clock()),
                Rules.of(ProbeKind.HOST, when, Labels.of(Map.of(Labels.HOST, name))),
                new AlertEvidence(sights).ofHost(),
                sights.host(name));
    }
}
