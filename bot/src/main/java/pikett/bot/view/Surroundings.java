package pikett.bot.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pikett.alerts.outbox.Destination;

/// What an incident's card says beside the incident itself.
///
/// @param at where it is shown: a window of another chat's hours hides nothing here
/// @param services the names of those that can be acted on: what somebody else calls a service is none
/// @param runbook the one that is offered
/// @param waiting how many waited lately in the queue that it is about; empty when it is about none, or
///     too little is known
/// @param earlier what changed on its host shortly before it began, in any order
/// @param otherWays who was told because Telegram did not take it in time
public record Surroundings(
        Destination at,
        Set<String> services,
        Optional<Suggestion> runbook,
        Optional<WaitingPast> waiting,
        List<Earlier> earlier,
        List<OtherWay> otherWays) {
    /// A channel that was told instead.
    ///
    /// @param arrived when it was; empty while it was not
    public record OtherWay(String channel, Optional<Instant> arrived) {}

    public Surroundings {
        services = Set.copyOf(services);
        earlier = List.copyOf(earlier);
        otherWays = List.copyOf(otherWays);
    }
}
