package pikett.bot.command;

import java.util.Optional;
import pikett.alerts.incident.IncidentNumber;
import pikett.bot.language.Phrase;
import pikett.bot.language.Phrases;
import pikett.bot.view.AlertsCard;
import pikett.bot.view.IncidentWords;
import pikett.bot.view.WhyCard;
import pikett.config.Role;

/// Tells why chats were told of an incident, or were not.
public final class WhyCommand implements ChatCommand {
    private final IncidentWays ways;

    public WhyCommand(IncidentWays ways) {
        this.ways = ways;
    }

    @Override
    public String name() {
        return "why";
    }

    @Override
    public Role leastRole() {
        return Role.VIEWER;
    }

    @Override
    public Optional<Phrase> summary() {
        return Optional.of(CommandPhrase.WHY);
    }

    @Override
    public void answer(Request request, Answer answer) {
        Optional<Long> number = IncidentWays.number(request);
        if (number.isEmpty()) {
            answer.show(AlertsCard.of(ways.room(request), ways.open()));
            return;
        }
        IncidentNumber incident = new IncidentNumber(number.get());
        answer.show(
                ways.facts(incident)
                        .map(facts ->
                                WhyCard.of(
                                        ways.room(request),
                                        facts,
                                        ways.incidents().reasons(incident)))
                        .orElseGet(() ->
                                IncidentWords.noSuchIncident(Phrases.in(request.language()))));
    }
}
