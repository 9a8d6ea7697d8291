package pikett.bot.command;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.incident.Incidents;
import pikett.alerts.pipeline.IncidentDesk;
import pikett.alerts.pipeline.Silences;
import pikett.bot.access.Rights;
import pikett.bot.access.Verdict;
import pikett.bot.language.Phrases;
import pikett.bot.view.IncidentFacts;
import pikett.bot.view.Room;
import pikett.config.Role;

/// What commands about incidents work with.
public record IncidentWays(
        Incidents incidents,
        IncidentDesk desk,
        Silences silences,
        ActAudit audit,
        InstantSource clock) {

    Optional<IncidentFacts> facts(IncidentNumber number) {
        return incidents
                .byNumber(number)
                .map(story -> new IncidentFacts(story, incidents.memory(number, clock.instant())));
    }

    List<IncidentFacts> open() {
        return incidents.open().stream()
                .flatMap(incident -> facts(incident.number()).stream())
                .toList();
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
        return facts.services().stream()
                .filter(service -> !Rights.may(request.person(), Role.OPERATOR, service))
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
