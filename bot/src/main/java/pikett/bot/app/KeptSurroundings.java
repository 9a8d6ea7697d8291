package pikett.bot.app;

import java.time.Instant;
import java.util.function.Supplier;
import pikett.alerts.outbox.Destination;
import pikett.bot.command.QueuePast;
import pikett.bot.delivery.IncidentCards;
import pikett.bot.view.IncidentFacts;
import pikett.bot.view.Suggestion;
import pikett.bot.view.Surroundings;
import pikett.config.PikettConfig;

/// What the configuration and what is kept add to an incident's card.
///
/// @param today the configuration of this moment
record KeptSurroundings(
        Supplier<PikettConfig> today, QueuePast queues, HostPast hosts, OtherWays otherWays)
        implements IncidentCards.Around {
    @Override
    public Surroundings of(IncidentFacts facts, Destination at, Instant now) {
        return new Surroundings(
                at,
                today.get().services().keySet(),
                Suggestion.of(today.get().runbooks(), facts),
                facts.queue().flatMap(queue -> queues.of(queue, now)),
                hosts.before(facts),
                otherWays.of(facts.story(), at));
    }
}
