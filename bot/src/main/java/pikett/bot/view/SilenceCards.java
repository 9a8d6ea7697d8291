package pikett.bot.view;

import static pikett.bot.language.Arg.arg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pikett.alerts.mute.Silence;
import pikett.alerts.pipeline.Silences;
import pikett.bot.card.Button;
import pikett.bot.card.Card;
import pikett.bot.card.CardLimits;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.language.Arg;
import pikett.bot.language.Phrases;

/// Silences: what one would hide, that one was made, and all there are.
public final class SilenceCards {
    private static final int MOST = 15;
    private static final int LONGEST = 160;

    private SilenceCards() {}

    /// How long an incident could be hidden, and what that would hide.
    public static Card choice(Room room, String what, Silences.Preview preview) {
        Phrases phrases = room.phrases();
        RichTextBuilder text = new RichTextBuilder();
        preview(text, phrases, preview);
        List<Button> row =
                List.of(
                        Buttons.types(phrases.text(IncidentPhrase.ONE_HOUR), "silence", what, "1h"),
                        Buttons.types(
                                phrases.text(IncidentPhrase.FOUR_HOURS), "silence", what, "4h"),
                        Buttons.types(
                                phrases.text(IncidentPhrase.MORNING), "silence", what, "morning"));
        return new Card(text.build(), List.of(row), Optional.empty());
    }

    private static void preview(RichTextBuilder text, Phrases phrases, Silences.Preview preview) {
        text.plain("🔕 ").count(phrases, IncidentPhrase.PREVIEW, preview.alerts().size()).line();
        if (preview.critical() > 0) {
            text.count(phrases, IncidentPhrase.PREVIEW_CRITICAL, preview.critical()).line();
        }
        if (!preview.services().isEmpty()) {
            text.value(CardLimits.cut(String.join(", ", preview.services()), LONGEST)).line();
        }
    }

    /// It hides from now on, and can be taken back.
    public static Card made(Room room, Silence silence, Silences.Preview preview) {
        Phrases phrases = room.phrases();
        String number = Long.toString(silence.id().value());
        RichTextBuilder text = new RichTextBuilder();
        text.say(
                        phrases,
                        IncidentPhrase.SILENCED,
                        arg("number", number),
                        arg("matchers", matchers(silence)),
                        arg("time", room.time(silence.until())))
                .line();
        preview(text, phrases, preview);
        Button undo = Buttons.types(phrases.text(IncidentPhrase.UNDO), "unsilence", number);
        return new Card(text.build(), List.of(List.of(undo)), Optional.empty());
    }

    /// All that hide now or will.
    public static Card list(Room room, List<Silence> current) {
        Phrases phrases = room.phrases();
        RichTextBuilder text = new RichTextBuilder();
        List<List<Button>> rows = new ArrayList<>();
        if (current.isEmpty()) {
            text.say(phrases, IncidentPhrase.NO_SILENCES);
        } else {
            text.count(phrases, IncidentPhrase.SILENCES_LIST, current.size()).line();
        }
        for (Silence silence : current.subList(0, Math.min(current.size(), MOST))) {
            String number = Long.toString(silence.id().value());
            text.say(phrases, line(silence), arguments(room, silence)).line();
            if (!silence.reason().isBlank()) {
                text.value("   " + CardLimits.cut(silence.reason(), LONGEST)).line();
            }
            rows.add(
                    List.of(
                            Buttons.types(
                                    phrases.text(IncidentPhrase.UNSILENCE, arg("number", number)),
                                    "unsilence",
                                    number)));
        }
        if (current.size() > MOST) {
            text.count(phrases, IncidentPhrase.MORE_SILENCES, current.size() - MOST);
        }
        return new Card(text.build(), rows, Optional.empty());
    }

    private static IncidentPhrase line(Silence silence) {
        return silence.begun() ? IncidentPhrase.SILENCE_LINE : IncidentPhrase.SILENCE_PLANNED;
    }

    private static Arg[] arguments(Room room, Silence silence) {
        List<Arg> arguments =
                new ArrayList<>(
                        List.of(
                                arg("number", Long.toString(silence.id().value())),
                                arg("matchers", matchers(silence)),
                                arg("time", room.time(silence.until())),
                                arg("person", silence.by())));
        if (!silence.begun()) {
            arguments.add(arg("from", room.time(silence.from())));
        }
        return arguments.toArray(Arg[]::new);
    }

    static String matchers(Silence silence) {
        return CardLimits.cut(silence.matchers().toString(), LONGEST);
    }
}
