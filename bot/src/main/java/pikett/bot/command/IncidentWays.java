package pikett.bot.command;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pikett.alerts.incident.Incident;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.incident.Incidents;
import pikett.alerts.label.Labels;
import pikett.alerts.label.Matcher;
import pikett.alerts.label.Matchers;
import pikett.alerts.mute.Silence;
import pikett.alerts.pipeline.IncidentDesk;
import pikett.alerts.pipeline.Silences;
import pikett.bot.access.Rights;
import pikett.bot.access.Verdict;
import pikett.bot.card.Card;
import pikett.bot.language.Phrases;
import pikett.bot.view.AlertsCard;
import pikett.bot.view.IncidentFacts;
import pikett.bot.view.Room;
import pikett.config.Role;
import pikett.config.match.Comparison;

/// What commands about incidents work with.
public record IncidentWays(
        Incidents incidents,
        IncidentDesk desk,
        Silences silences,
        ActAudit audit,
        InstantSource clock) {

    Optional<IncidentFacts> facts(IncidentNumber number) {
        return incidents.remembered(number, clock.instant()).map(IncidentFacts::of);
    }

    /// All that go on. Only of those that are shown is looked up what they are about.
    Card open(Request request) {
        List<Incident> open = incidents.open();
        List<IncidentFacts> shown =
                AlertsCard.shown(open).stream()
                        .flatMap(incident -> facts(incident.number()).stream())
                        .toList();
        return AlertsCard.of(room(request), shown, open.size());
    }

    Room room(Request request) {
        return new Room(Phrases.in(request.language()), request.zone(), clock.instant());
    }

    /// The number that the first argument is; empty when it is none.
    static Optional<Long> number(Request request) {
        return request.arguments().stream()
                .findFirst()
                .map(word -> word.startsWith("#") ? word.substring(1) : word)
                .filter(word -> word.matches("[0-9]{1,12}"))
                .map(Long::valueOf);
    }

    /// The incident's service that the person may not act on, if there is one.
    static Optional<Verdict.NotYourService> refusal(Request request, IncidentFacts facts) {
        return refusal(request, facts.services().stream());
    }

    /// The service that a silence hides and the person may not act on, if there is one: named by the
    /// silence itself, or by what it hides at the moment.
    static Optional<Verdict.NotYourService> refusal(
            Request request, Matchers matchers, Silences.Preview preview) {
        return refusal(request, Stream.concat(services(matchers), preview.services().stream()));
    }

    /// Those that are named outright.
    private static Stream<String> services(Matchers matchers) {
        return matchers.all().stream()
                .filter(matcher -> matcher.name().equals(Labels.SERVICE))
                .filter(matcher -> matcher.comparison() == Comparison.EQUALS)
                .map(Matcher::value);
    }

    /// The same for the end of a silence. What it will hide cannot be seen yet, so that whoever may act on some
    /// services only has to find one of them named, or have made it.
    static Optional<Verdict.NotYourService> refusalOfEnd(
            Request request, Silence silence, Silences.Preview preview) {
        boolean known =
                services(silence.matchers()).findAny().isPresent()
                        || (silence.begun() && !preview.alerts().isEmpty())
                        || silence.by().equals(request.person().name());
        return request.person().config().isBound() && !known
                ? Optional.of(
                        new Verdict.NotYourService(request.person(), silence.matchers().toString()))
                : refusal(request, silence.matchers(), preview);
    }

    /// The same for labels that somebody typed. They hide what does not fire yet, so that whoever may act on
    /// some services only has to name one of them.
    static Optional<Verdict.NotYourService> refusalOfTyped(Request request, Matchers matchers) {
        boolean named =
                matchers.all().stream().anyMatch(matcher -> matcher.name().equals(Labels.SERVICE));
        return request.person().config().isBound() && !named
                ? Optional.of(new Verdict.NotYourService(request.person(), matchers.toString()))
                : Optional.empty();
    }

    private static Optional<Verdict.NotYourService> refusal(
            Request request, Stream<String> services) {
        return services.filter(service -> !Rights.may(request.person(), Role.OPERATOR, service))
                .findFirst()
                .map(service -> new Verdict.NotYourService(request.person(), service));
    }

    /// Says that the person may not.
    static void refuse(Request request, Verdict.NotYourService refusal, Answer answer) {
        answer.show(
                RefusalCard.card(
                        RefusalCard.notYourService(Phrases.in(request.language()), refusal)));
    }
}
