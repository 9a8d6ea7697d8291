package pikett.bot.view;

import static pikett.bot.language.Arg.arg;

import java.util.List;
import java.util.Optional;
import pikett.alerts.digest.DigestFacts;
import pikett.alerts.digest.Happened;
import pikett.alerts.digest.Noise;
import pikett.alerts.digest.Period;
import pikett.bot.card.Button;
import pikett.bot.card.Card;
import pikett.bot.card.CardLimits;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.language.Phrases;

/// A digest on one screen of a phone; more behind a button.
public final class DigestCard {
    /// Units that a phone shows in a line.
    static final int WIDTH = 34;

    /// Lines that a phone shows.
    static final int LINES = 12;

    /// A title says what it is about and then what is wrong: cut to a line, it would say nothing.
    private static final int LEAST_TITLE = 34;

    private static final String SEPARATOR = " · ";
    private static final int OPEN_LINES = 3;
    private static final int NOISE_NAME = 24;

    private DigestCard() {}

    public static Card of(Room room, DigestFacts facts) {
        RichTextBuilder text = new RichTextBuilder();
        if (facts.green()) {
            text.value(
                            DigestWords.about(
                                    room,
                                    facts.period(),
                                    DigestPhrase.QUIET,
                                    DigestPhrase.QUIET_UNTIL))
                    .line();
        } else {
            text.bold(
                            DigestWords.about(
                                    room,
                                    facts.period(),
                                    DigestPhrase.HEAD,
                                    DigestPhrase.HEAD_UNTIL))
                    .line();
            open(text, room, facts);
            happened(text, room.phrases(), facts);
        }
        trouble(text, room.phrases(), facts);
        int left = LINES - (int) text.build().text().lines().count();
        OutlookText.brief(text, room.phrases(), facts.outlook(), facts.period().until(), left);
        boolean more = !facts.green() || !facts.silences().isEmpty() || !facts.outlook().isEmpty();
        List<List<Button>> rows =
                more
                        ? List.of(
                                List.of(button(room.phrases(), DigestPhrase.DETAILS, facts, true)))
                        : List.of();
        return new Card(text.build(), rows, Optional.empty());
    }

    /// How to ask for a digest.
    public static Card how(Phrases phrases) {
        return new Card(
                new RichTextBuilder().say(phrases, DigestPhrase.HOW).build(),
                List.of(),
                Optional.empty());
    }

    /// Between the short form and the long one, of the same period.
    static Button button(Phrases phrases, DigestPhrase label, DigestFacts facts, boolean details) {
        Period period = facts.period();
        String from = Long.toString(period.from().getEpochSecond());
        String until = Long.toString(period.until().getEpochSecond());
        return details
                ? Buttons.types(phrases.text(label), "digest", "--of", from, until, "--details")
                : Buttons.types(phrases.text(label), "digest", "--of", from, until);
    }

    private static void open(RichTextBuilder text, Room room, DigestFacts facts) {
        if (facts.open().isEmpty()) {
            text.say(room.phrases(), DigestPhrase.NONE_OPEN).line();
            return;
        }
        int all = facts.open().size();
        int named = all > OPEN_LINES ? OPEN_LINES - 1 : all;
        facts.open()
                .subList(0, named)
                .forEach(line ->
                        text.value(DigestWords.open(room, line, WIDTH, LEAST_TITLE)).line());
        if (all > named) {
            text.count(room.phrases(), DigestPhrase.MORE_OPEN, all - named).line();
        }
    }

    private static void happened(RichTextBuilder text, Phrases phrases, DigestFacts facts) {
        Happened happened = facts.happened();
        text.plain("📈 ").value(DigestWords.counts(phrases, happened)).line();
        happened.longest()
                .ifPresent(longest ->
                        text.say(
                                        phrases,
                                        DigestPhrase.LONGEST,
                                        arg("number", "" + longest.incident().value()),
                                        arg("span", DigestWords.span(phrases, longest.within())))
                                .line());
        DigestWords.means(phrases, happened).ifPresent(means -> text.value(means).line());
        if (!facts.noisiest().isEmpty()) {
            text.value(noise(facts.noisiest())).line();
        }
    }

    /// As many names as have room in a line.
    private static String noise(List<Noise> noisiest) {
        StringBuilder line = new StringBuilder("📢 ");
        for (Noise noise : noisiest) {
            String name = CardLimits.cut(DigestWords.name(noise), NOISE_NAME);
            String next = name + " ×" + noise.incidents();
            boolean first = noise.equals(noisiest.getFirst());
            if (!first && line.length() + SEPARATOR.length() + next.length() > WIDTH) {
                break;
            }
            line.append(first ? "" : SEPARATOR).append(next);
        }
        return line.toString();
    }

    private static void trouble(RichTextBuilder text, Phrases phrases, DigestFacts facts) {
        if (!facts.silences().isEmpty()) {
            text.count(phrases, DigestPhrase.SILENCES, facts.silences().size()).line();
        }
        if (!facts.broken().isEmpty()) {
            text.count(phrases, DigestPhrase.BROKEN, facts.broken().size()).line();
        } else if (facts.dead().count() > 0) {
            text.count(phrases, DigestPhrase.DEAD, facts.dead().count()).line();
        }
    }
}
