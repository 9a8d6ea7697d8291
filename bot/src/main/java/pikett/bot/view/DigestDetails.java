package pikett.bot.view;

import static pikett.bot.language.Arg.arg;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import pikett.alerts.digest.DigestFacts;
import pikett.alerts.digest.Happened;
import pikett.alerts.digest.Noise;
import pikett.alerts.mute.Silence;
import pikett.alerts.outbox.Destination;
import pikett.bot.card.Card;
import pikett.bot.card.CardLimits;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.language.Phrases;

/// All that a digest has to say, in one message.
public final class DigestDetails {
    private static final int MOST_OPEN = 10;
    private static final int MOST = 3;
    private static final int LONGEST = 100;
    private static final int LONGEST_NAME = 40;

    private DigestDetails() {}

    /// @param names what people call a destination
    public static Card of(Room room, DigestFacts facts, Function<Destination, String> names) {
        RichTextBuilder text = new RichTextBuilder();
        text.bold(
                        DigestWords.about(
                                room,
                                facts.period(),
                                facts.green() ? DigestPhrase.QUIET : DigestPhrase.HEAD,
                                facts.green() ? DigestPhrase.QUIET_UNTIL : DigestPhrase.HEAD_UNTIL))
                .line();
        open(text, room, facts);
        happened(text, room, facts);
        facts.noisiest().forEach(noise -> noise(text, room.phrases(), noise));
        facts.silences().stream().limit(MOST).forEach(each -> silence(text, room, each));
        if (facts.silences().size() > MOST) {
            text.count(room.phrases(), DigestPhrase.SILENCES, facts.silences().size()).line();
        }
        undelivered(text, room, facts, names);
        OutlookText.whole(text, room, facts.outlook(), facts.period().until());
        return new Card(
                text.build(),
                List.of(
                        List.of(
                                DigestCard.button(
                                        room.phrases(), DigestPhrase.SHORT, facts, false))),
                Optional.empty());
    }

    private static void open(RichTextBuilder text, Room room, DigestFacts facts) {
        if (facts.open().isEmpty()) {
            text.say(room.phrases(), DigestPhrase.NONE_OPEN).line();
        }
        facts.open().stream()
                .limit(MOST_OPEN)
                .forEach(line -> {
                    text.value(DigestWords.open(room, line, LONGEST, LONGEST_NAME));
                    line.incident()
                            .taken()
                            .ifPresent(taken ->
                                    text.plain(" · ")
                                            .value(CardLimits.cut(taken.by(), LONGEST_NAME)));
                    text.line();
                });
        if (facts.open().size() > MOST_OPEN) {
            int more = facts.open().size() - MOST_OPEN;
            text.count(room.phrases(), DigestPhrase.MORE_OPEN, more).line();
        }
    }

    private static void happened(RichTextBuilder text, Room room, DigestFacts facts) {
        Phrases phrases = room.phrases();
        Happened happened = facts.happened();
        text.plain("📈 ").value(DigestWords.counts(phrases, happened));
        if (happened.untaken() > 0) {
            text.plain(" · ").count(phrases, DigestPhrase.UNTAKEN, happened.untaken());
        }
        if (happened.resolved() > 0) {
            text.plain(" · ").count(phrases, DigestPhrase.ENDED, happened.resolved());
        }
        text.line();
        happened.longest().ifPresent(longest -> longest(text, room, facts, longest));
        happened.toTake()
                .ifPresent(time ->
                        text.say(
                                        phrases,
                                        DigestPhrase.MEAN_TO_TAKE,
                                        arg("span", DigestWords.span(phrases, time)))
                                .line());
        happened.toResolve()
                .ifPresent(time ->
                        text.say(
                                        phrases,
                                        DigestPhrase.MEAN_TO_END,
                                        arg("span", DigestWords.span(phrases, time)))
                                .line());
    }

    private static void longest(
            RichTextBuilder text, Room room, DigestFacts facts, Happened.Longest longest) {
        String what = facts.longest().map(line -> DigestWords.title(room, line)).orElse("");
        text.say(
                        room.phrases(),
                        DigestPhrase.LONGEST_OF,
                        arg("number", "" + longest.incident().value()),
                        arg("what", CardLimits.cut(what, LONGEST)),
                        arg("span", DigestWords.span(room.phrases(), longest.within())))
                .line();
    }

    private static void noise(RichTextBuilder text, Phrases phrases, Noise noise) {
        text.count(
                        phrases,
                        DigestPhrase.NOISE,
                        noise.incidents(),
                        arg("what", DigestWords.name(noise)),
                        arg("changes", "" + noise.changes()))
                .line();
    }

    private static void silence(RichTextBuilder text, Room room, Silence silence) {
        text.plain("🔕 ")
                .say(
                        room.phrases(),
                        IncidentPhrase.SILENCE_LINE,
                        arg("number", "" + silence.id().value()),
                        arg("matchers", CardLimits.cut(SilenceCards.matchers(silence), LONGEST)),
                        arg("time", room.time(silence.until())),
                        arg("person", CardLimits.cut(silence.by(), LONGEST_NAME)))
                .line();
    }

    private static void undelivered(
            RichTextBuilder text,
            Room room,
            DigestFacts facts,
            Function<Destination, String> names) {
        Phrases phrases = room.phrases();
        if (facts.dead().count() > 0) {
            text.count(phrases, DigestPhrase.DEAD, facts.dead().count()).line();
        }
        facts.dead().latest().stream()
                .limit(MOST)
                .forEach(dead ->
                        text.say(
                                        phrases,
                                        DigestPhrase.DEAD_LINE,
                                        arg("time", room.time(dead.diedAt())),
                                        arg("chat", name(names, dead.to())),
                                        arg("reason", CardLimits.cut(dead.reason(), LONGEST)))
                                .line());
        facts.broken().stream()
                .limit(MOST)
                .forEach(broken ->
                        text.say(
                                        phrases,
                                        IncidentPhrase.ROUTE_BROKEN,
                                        arg("chat", name(names, broken.destination())),
                                        arg("reason", CardLimits.cut(broken.reason(), LONGEST)))
                                .line());
        if (facts.broken().size() > MOST) {
            text.count(phrases, DigestPhrase.BROKEN, facts.broken().size()).line();
        }
    }

    private static String name(Function<Destination, String> names, Destination destination) {
        return CardLimits.cut(names.apply(destination), LONGEST_NAME);
    }
}
