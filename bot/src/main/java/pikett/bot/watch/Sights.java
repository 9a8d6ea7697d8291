package pikett.bot.watch;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import pikett.adapters.host.Host;
import pikett.adapters.host.Loopback;
import pikett.adapters.http.Http;
import pikett.alerts.check.Check;
import pikett.alerts.check.Patience;
import pikett.alerts.check.Place;
import pikett.alerts.probe.Endpoint;
import pikett.alerts.probe.Probe;
import pikett.alerts.rule.Evidence;
import pikett.alerts.rule.Past;
import pikett.alerts.rule.Rule;
import pikett.alerts.rule.RuleEye;
import pikett.bot.command.Targets;
import pikett.config.CheckTiming;
import pikett.config.HostConfig;
import pikett.config.PikettConfig;
import pikett.config.condition.Condition;
import pikett.config.condition.Name;

/// What checks are made of.
///
/// @param hosts every host by its name
/// @param here this machine, whether or not it is one of them
/// @param targets what can be asked; the supervisors there remember what they saw
/// @param past the earlier readings of a check, by its name
/// @param redaction takes secrets out of a text
/// @param earlier the checks of the configuration before
public record Sights(
        PikettConfig config,
        Map<String, Host> hosts,
        Host here,
        Targets targets,
        Http http,
        Function<String, Past> past,
        UnaryOperator<String> redaction,
        InstantSource clock,
        EarlierChecks earlier) {
    /// A look may take longer than its probe, so that it is the probe that says that time was over.
    private static final Duration GRACE = Duration.ofSeconds(2);

    /// A check that looks with a probe and judges by rules.
    ///
    /// @param through what it looks at and through; while that is the same, and how it judges, it is the same check
    Check check(
            String id,
            Place place,
            CheckTiming timing,
            Probe probe,
            List<Rule> rules,
            Evidence evidence,
            Object... through) {
        List<Object> of = new ArrayList<>(List.of(place, timing, rules));
        of.addAll(List.of(through));
        return earlier.check(
                id,
                of,
                () ->
                        new Check(
                                id,
                                place,
                                timing.rhythm(),
                                timing.timeout().plus(GRACE),
                                new Patience(timing.holdsFor(), timing.keepFiringFor()),
                                new RuleEye(
                                        probe,
                                        rules,
                                        past.apply(id),
                                        evidence,
                                        timing.timeout(),
                                        clock)));
    }

    /// The usual timing with another time for one look.
    CheckTiming usualWithin(Duration timeout) {
        CheckTiming usual = config.checks().usual();
        return new CheckTiming(usual.rhythm(), usual.holdsFor(), usual.keepFiringFor(), timeout);
    }

    Host host(String name) {
        return Optional.ofNullable(hosts.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no host " + name));
    }

    boolean isFar(String host) {
        return config.hosts().get(host) instanceof HostConfig.Ssh;
    }

    /// Where something lies that is reached through a host.
    Place behind(String host) {
        return isFar(host) ? new Place.Behind(host) : new Place.Here();
    }

    /// Where something on the network lies that is reached from this machine.
    static Place fromHere(String address) {
        return Loopback.is(address) ? new Place.Here() : new Place.Outside();
    }

    Endpoint endpoint(Host from, URI uri) {
        return new Endpoint(http, from.dialer(), uri);
    }

    static Collection<Name> asked(List<Rule> rules) {
        return rules.stream()
                .flatMap(rule ->
                        List.of(rule.when().critical(), rule.when().warning()).stream()
                                .flatMap(List::stream)
                                .map(Condition::names)
                                .flatMap(List::stream))
                .distinct()
                .toList();
    }
}
