package pikett.bot.command;

import java.util.List;
import java.util.Optional;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.incident.IncidentState;
import pikett.alerts.pipeline.IncidentDesk.Taking;
import pikett.bot.access.Verdict;
import pikett.bot.language.Phrase;
import pikett.bot.language.Phrases;
import pikett.bot.view.IncidentFacts;
import pikett.bot.view.IncidentWords;
import pikett.config.Role;

/// Takes an incident: from then on it is that person's, and nobody is reminded of it. That it becomes
/// worse is told all the same.
public final class AckCommand implements ChatCommand {
    private final IncidentWays ways;

    public AckCommand(IncidentWays ways) {
        this.ways = ways;
    }

    @Override
    public String name() {
        return "ack";
    }

    @Override
    public Role leastRole() {
        return Role.OPERATOR;
    }

    @Override
    public Optional<Phrase> summary() {
        return Optional.of(CommandPhrase.ACK);
    }

    @Override
    public void answer(Request request, Answer answer) {
        Phrases phrases = Phrases.in(request.language());
        Optional<Long> number = IncidentWays.number(request).or(() -> onlyOne(request));
        if (number.isEmpty()) {
            answer.show(ways.open(request));
            return;
        }
        Optional<IncidentFacts> facts = ways.facts(new IncidentNumber(number.get()));
        if (facts.isEmpty()) {
            answer.show(IncidentWords.noSuchIncident(phrases));
            return;
        }
        Optional<Verdict.NotYourService> refusal = IncidentWays.refusal(request, facts.get());
        if (refusal.isPresent()) {
            IncidentWays.refuse(request, refusal.get(), answer);
            return;
        }
        take(number.get(), request, answer);
    }

    /// Without a number it is clear which one is meant when only one is nobody's.
    private Optional<Long> onlyOne(Request request) {
        List<Long> free =
                ways.incidents().open().stream()
                        .filter(incident -> incident.state() == IncidentState.OPEN)
                        .map(incident -> incident.number().value())
                        .toList();
        return request.arguments().isEmpty() && free.size() == 1
                ? Optional.of(free.getFirst())
                : Optional.empty();
    }

    private static String end(Taking taking) {
        return switch (taking) {
            case Taking.Done(Optional<String> from) ->
                    from.map(person -> "taken over from " + person).orElse("taken");
            case Taking.WasYours _ -> "was theirs";
            case Taking.WasOver _ -> "was over";
            case Taking.Unknown _ -> "no such incident";
        };
    }

    private void take(long number, Request request, Answer answer) {
        Phrases phrases = Phrases.in(request.language());
        Taking taking =
                ways.audit()
                        .around(
                                request,
                                new ActAudit.Act(name(), "#" + number),
                                () ->
                                        ways.desk()
                                                .take(
                                                        new IncidentNumber(number),
                                                        request.person().name()),
                                AckCommand::end);
        switch (taking) {
            case Taking.Done _ -> {
                // The card itself says so, where the button was on it.
                if (!answer.besideIncident()) {
                    answer.show(IncidentWords.taken(phrases, number));
                }
            }
            case Taking.WasYours _ -> answer.show(IncidentWords.wasYours(phrases, number));
            case Taking.WasOver _ -> answer.show(IncidentWords.wasOver(phrases, number));
            case Taking.Unknown _ -> answer.show(IncidentWords.noSuchIncident(phrases));
        }
    }
}
