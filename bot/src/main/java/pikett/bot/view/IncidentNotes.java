package pikett.bot.view;

import static pikett.bot.language.Arg.arg;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pikett.alerts.incident.Incident;
import pikett.alerts.incident.Post;
import pikett.alerts.mute.Silence;
import pikett.bot.card.Button;
import pikett.bot.card.Card;
import pikett.bot.card.CardLimits;
import pikett.bot.card.RichTextBuilder;

/// Short messages beside the cards of incidents: each says one thing, for its sound.
public final class IncidentNotes {
    private static final int LONGEST = 300;

    private IncidentNotes() {}

    /// Why a card that was only edited deserves a sound.
    public static Card note(Room room, IncidentFacts facts, Post.Why why) {
        Incident incident = facts.story().incident();
        String number = Long.toString(incident.number().value());
        String what = IncidentText.title(room.phrases(), facts);
        RichTextBuilder text = new RichTextBuilder();
        switch (why) {
            case REPEATED ->
                    text.say(
                            room.phrases(),
                            IncidentPhrase.STILL_OPEN,
                            arg("number", number),
                            arg("what", what));
            case WORSE ->
                    text.say(
                            room.phrases(),
                            IncidentPhrase.WORSE_NOW,
                            arg("number", number),
                            arg("what", what));
            case UNDELIVERED ->
                    text.say(
                            room.phrases(),
                            IncidentPhrase.UNDELIVERED,
                            arg("number", number),
                            arg("what", what));
            case RESOLVED -> {
                Instant end = incident.resolvedAt().orElse(room.now());
                Duration span = Duration.between(incident.openedAt(), end);
                text.say(
                        room.phrases(),
                        IncidentPhrase.RESOLVED_NOTE,
                        arg("what", what),
                        arg("span", room.phrases().figures().duration(span)));
            }
        }
        boolean wanted = why != Post.Why.RESOLVED && !incident.resolved();
        List<Button> row = new ArrayList<>();
        if (wanted && incident.taken().isEmpty()) {
            row.add(Buttons.primary(room.phrases().text(IncidentPhrase.TAKE), "ack", number));
        }
        return new Card(text.build(), row.isEmpty() ? List.of() : List.of(row), Optional.empty());
    }

    /// A silence ends soon, or has ended because there was nothing left to hide.
    public static Card silence(Room room, Silence silence, boolean over) {
        RichTextBuilder text = new RichTextBuilder();
        String number = Long.toString(silence.id().value());
        if (over) {
            text.say(room.phrases(), IncidentPhrase.SILENCE_OVER, arg("number", number));
        } else {
            text.say(
                    room.phrases(),
                    IncidentPhrase.SILENCE_ENDS,
                    arg("number", number),
                    arg("time", room.time(silence.until())),
                    arg("matchers", SilenceCards.matchers(silence)));
        }
        return new Card(text.build(), List.of(), Optional.empty());
    }

    /// What a mute window held back.
    public static Card heldBack(Room room, List<IncidentFacts> incidents) {
        RichTextBuilder text = new RichTextBuilder();
        text.count(room.phrases(), IncidentPhrase.HELD_BACK, incidents.size()).line();
        incidents.forEach(facts -> AlertsCard.line(text, room, facts));
        return new Card(text.build(), List.of(), Optional.empty());
    }

    /// Nothing arrives in a chat.
    public static Card routeBroken(Room room, String chat, String reason) {
        return new Card(
                new RichTextBuilder()
                        .say(
                                room.phrases(),
                                IncidentPhrase.ROUTE_BROKEN,
                                arg("chat", CardLimits.cut(chat, LONGEST)),
                                arg("reason", CardLimits.cut(reason, LONGEST)))
                        .build(),
                List.of(),
                Optional.empty());
    }
}
