package pikett.bot.command;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.incident.Telling;
import pikett.alerts.outbox.OutboxOverview;
import pikett.alerts.outbox.OutboxOverview.Addressed;
import pikett.bot.card.Card;
import pikett.bot.language.Phrase;
import pikett.bot.language.Phrases;
import pikett.bot.view.IncidentFacts;
import pikett.bot.view.IncidentWords;
import pikett.bot.view.WhyCard;
import pikett.config.Role;

/// Tells why chats were told of an incident, or were not.
public final class WhyCommand implements ChatCommand {
    private final IncidentWays ways;
    private final OutboxOverview outbox;
    private final UnaryOperator<String> redaction;

    /// @param redaction takes secrets out of a text
    public WhyCommand(IncidentWays ways, OutboxOverview outbox, UnaryOperator<String> redaction) {
        this.ways = ways;
        this.outbox = outbox;
        this.redaction = redaction;
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
            answer.show(ways.open(request));
            return;
        }
        IncidentNumber incident = new IncidentNumber(number.get());
        answer.show(
                ways.facts(incident)
                        .map(facts -> card(request, facts))
                        .orElseGet(() ->
                                IncidentWords.noSuchIncident(Phrases.in(request.language()))));
    }

    private Card card(Request request, IncidentFacts facts) {
        IncidentNumber number = facts.story().incident().number();
        int notes = facts.story().tellings().stream().mapToInt(Telling::notes).max().orElse(0);
        List<Addressed> deliveries =
                Stream.concat(
                                Stream.of(number.card()),
                                IntStream.rangeClosed(1, notes).mapToObj(number::note))
                        .flatMap(subject -> outbox.about(subject).stream())
                        .toList();
        return WhyCard.of(
                ways.room(request), facts, ways.incidents().reasons(number), deliveries, redaction);
    }
}
