package pikett.bot.view;

import static pikett.bot.language.Arg.arg;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import pikett.alerts.incident.Telling;
import pikett.alerts.outbox.DeliveryState;
import pikett.alerts.outbox.OutboxOverview.Addressed;
import pikett.alerts.outbox.OutboxOverview.Standing;
import pikett.bot.card.CardLimits;
import pikett.bot.language.Arg;
import pikett.bot.language.Phrases;

/// What became of an incident's messages to a chat, as a line: `ops: arrived 14:07 ×3 · given up 14:09:
/// chat not found`.
///
/// @param deliveries to all chats
/// @param redaction takes secrets out of a text; used before anything is cut
record DeliveryText(Room room, List<Addressed> deliveries, UnaryOperator<String> redaction) {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_REASON = 120;

    DeliveryText {
        deliveries = List.copyOf(deliveries);
    }

    /// By state, what is wrong last.
    String of(Telling telling) {
        Phrases phrases = room.phrases();
        Map<DeliveryState, List<Standing>> byState =
                deliveries.stream()
                        .filter(delivery -> delivery.to().equals(telling.to()))
                        .map(Addressed::standing)
                        .collect(
                                Collectors.groupingBy(
                                        Standing::state,
                                        () -> new EnumMap<>(DeliveryState.class),
                                        Collectors.toList()));
        String states =
                byState.values().stream().map(this::state).collect(Collectors.joining(" · "));
        return phrases.text(
                IncidentPhrase.WHY_MESSAGES,
                arg("chat", CardLimits.cut(redaction.apply(telling.chat()), LONGEST_NAME)),
                arg("states", states.isEmpty() ? phrases.text(IncidentPhrase.WHY_NONE) : states));
    }

    private String state(List<Standing> standings) {
        Standing last =
                standings.stream().max(Comparator.comparing(Standing::changedAt)).orElseThrow();
        String reason =
                last.reason()
                        .map(why -> ": " + CardLimits.cut(redaction.apply(why), LONGEST_REASON))
                        .orElse("");
        String text =
                switch (last.state()) {
                    case QUEUED -> say(IncidentPhrase.WHY_QUEUED, last) + reason;
                    case SENDING -> say(IncidentPhrase.WHY_SENDING, last);
                    case UNKNOWN -> say(IncidentPhrase.WHY_UNKNOWN, last) + reason;
                    case SENT -> say(IncidentPhrase.WHY_SENT, last);
                    case DEAD -> say(IncidentPhrase.WHY_DEAD, last) + reason;
                };
        return standings.size() > 1 ? text + " ×" + standings.size() : text;
    }

    private String say(IncidentPhrase phrase, Standing last) {
        Arg time = arg("time", room.time(last.changedAt()));
        return room.phrases().text(phrase, time);
    }
}
