package pikett.bot.view;

import static pikett.bot.language.Arg.arg;

import java.util.List;
import java.util.Optional;
import pikett.bot.card.Card;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.language.Phrases;

/// What came of a wish about an incident or a silence, in a line.
public final class IncidentWords {
    private IncidentWords() {}

    /// @param number of the incident
    public static Card taken(Phrases phrases, long number) {
        return about(phrases, IncidentPhrase.TAKEN_BY_YOU, number);
    }

    public static Card wasYours(Phrases phrases, long number) {
        return about(phrases, IncidentPhrase.WAS_YOURS, number);
    }

    public static Card wasOver(Phrases phrases, long number) {
        return about(phrases, IncidentPhrase.WAS_OVER, number);
    }

    public static Card noSuchIncident(Phrases phrases) {
        return plain(phrases, IncidentPhrase.NO_SUCH_INCIDENT);
    }

    public static Card nothingToHide(Phrases phrases, long number) {
        return about(phrases, IncidentPhrase.NOTHING_TO_HIDE, number);
    }

    public static Card howToSilence(Phrases phrases) {
        return plain(phrases, IncidentPhrase.HOW_TO_SILENCE);
    }

    public static Card silenceOver(Phrases phrases, long number) {
        return about(phrases, IncidentPhrase.SILENCE_OVER, number);
    }

    public static Card silenceDropped(Phrases phrases, long number) {
        return about(phrases, IncidentPhrase.SILENCE_DROPPED, number);
    }

    public static Card silenceWasOver(Phrases phrases, long number) {
        return about(phrases, IncidentPhrase.SILENCE_WAS_OVER, number);
    }

    public static Card noSuchSilence(Phrases phrases) {
        return plain(phrases, IncidentPhrase.NO_SUCH_SILENCE);
    }

    private static Card about(Phrases phrases, IncidentPhrase what, long number) {
        return card(new RichTextBuilder().say(phrases, what, arg("number", "" + number)));
    }

    private static Card plain(Phrases phrases, IncidentPhrase what) {
        return card(new RichTextBuilder().say(phrases, what));
    }

    private static Card card(RichTextBuilder text) {
        return new Card(text.build(), List.of(), Optional.empty());
    }
}
