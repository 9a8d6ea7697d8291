package pikett.bot.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pikett.alerts.incident.Incidents.Story;
import pikett.alerts.incident.TimelineEntry;
import pikett.alerts.incident.TimelineEntry.Kind;
import pikett.alerts.outbox.DeliveryState;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.OutboxOverview;
import pikett.alerts.outbox.OutboxOverview.Addressed;
import pikett.bot.channel.ChannelKind;
import pikett.bot.view.Surroundings.OtherWay;

/// Who was told of an incident because Telegram did not take it in time, and when that arrived.
final class OtherWays {
    private static final String FALLBACK = "FALLBACK";

    private final OutboxOverview outbox;

    OtherWays(OutboxOverview outbox) {
        this.outbox = outbox;
    }

    /// @param at where it is asked; a channel does not tell of itself
    List<OtherWay> of(Story story, Destination at) {
        List<String> channels =
                story.timeline().stream()
                        .filter(entry -> entry.kind() == Kind.TOLD)
                        .filter(entry -> entry.detail().equals(FALLBACK))
                        .map(TimelineEntry::who)
                        .distinct()
                        .toList();
        if (channels.isEmpty() || ChannelKind.of(at).isPresent()) {
            return List.of();
        }
        List<Addressed> cards = outbox.about(story.incident().number().card());
        return channels.stream().map(name -> new OtherWay(name, arrived(cards, name))).toList();
    }

    private static Optional<Instant> arrived(List<Addressed> cards, String channel) {
        return cards.stream()
                .filter(card -> ChannelKind.of(card.to()).isPresent())
                .filter(card -> card.to().address().equals(channel))
                .filter(card -> card.standing().state() == DeliveryState.SENT)
                .map(card -> card.standing().changedAt())
                .min(Instant::compareTo);
    }
}
