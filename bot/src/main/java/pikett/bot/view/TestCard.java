package pikett.bot.view;

import static pikett.bot.language.Arg.arg;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import pikett.bot.card.Card;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.language.Phrases;

/// A message that only shows that messages arrive, and how fast.
public final class TestCard {
    private TestCard() {}

    /// On its way.
    public static Card sending(Phrases phrases) {
        return new Card(
                new RichTextBuilder().say(phrases, TestPhrase.SENDING).build(),
                List.of(),
                Optional.empty());
    }

    /// Arrived, or not in time.
    ///
    /// @param took from the wish to Telegram's word that it has the message
    public static Card result(Viewer viewer, Optional<Duration> took, Duration waited) {
        Phrases phrases = viewer.phrases();
        RichTextBuilder text = new RichTextBuilder();
        took.ifPresentOrElse(
                time ->
                        text.say(
                                phrases,
                                TestPhrase.ARRIVED,
                                arg("took", phrases.figures().duration(time)),
                                arg("time", viewer.clock())),
                () ->
                        text.say(
                                phrases,
                                TestPhrase.NOT_ARRIVED,
                                arg("took", phrases.figures().duration(waited))));
        return new Card(
                text.build(),
                List.of(List.of(Buttons.types(phrases.text(TestPhrase.AGAIN), "test"))),
                Optional.empty());
    }
}
