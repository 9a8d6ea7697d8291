package pikett.bot.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import pikett.bot.card.Button.Act;
import pikett.bot.card.Button.Tone;

final class CardLimitsTest {
    @RepeatedTest(200)
    void anyTextIsCutWithoutBreakingACharacter(RepetitionInfo round) {
        Random random = new Random(round.getCurrentRepetition());
        RichTextBuilder builder = new RichTextBuilder();
        String[] pieces = {"a", "word ", "🔴", "❤️", "שלום", "\n", "e\u0301", "👍🏽", "_*[<&"};
        for (int i = random.nextInt(300); i >= 0; i--) {
            String piece = pieces[random.nextInt(pieces.length)].repeat(1 + random.nextInt(3));
            if (random.nextBoolean()) {
                builder.code(piece);
            } else {
                builder.plain(piece);
            }
        }
        RichText whole = builder.build();
        int limit = 1 + random.nextInt(400);
        RichText cut = CardLimits.cut(whole, limit);

        assertThat(cut.text().length()).isLessThanOrEqualTo(limit);
        CardChecks.assertWellFormed(cut);
        if (whole.text().length() > limit) {
            String kept = cut.text().substring(0, cut.text().length() - 1);
            assertThat(whole.text()).startsWith(kept);
            assertThat(cut.text()).endsWith("…");
        } else {
            assertThat(cut).isEqualTo(whole);
        }
    }

    @Test
    void theCutIsAtTheEndOfALineWhereOneIsNear() {
        String text = "first line\nsecond line that is long";
        assertThat(CardLimits.cut(text, 13)).isEqualTo("first line…");
    }

    @Test
    void whatDoesNotFitComesAsAFile() {
        String text = "line\n".repeat(2000);
        Card card =
                CardLimits.fit(
                        new Card(RichText.plain(text), List.of(), Optional.empty()), "s.txt");
        CardChecks.assertFits(card);
        assertThat(card.file()).contains(new Card.TextFile("s.txt", text));
    }

    @Test
    void tooManySpansAreCutToWhatTelegramKeeps() {
        RichTextBuilder builder = new RichTextBuilder();
        IntStream.range(0, 300).forEach(i -> builder.code("x").plain(" "));
        Card card = CardLimits.fit(new Card(builder.build(), List.of(), Optional.empty()), "s.txt");
        CardChecks.assertFits(card);
    }

    @Test
    void buttonsThatCannotBeSentAreLeftOut() {
        Button good = new Button("go", Tone.NEUTRAL, new Act.Type("x".repeat(63)));
        Button tooLong = new Button("no", Tone.NEUTRAL, new Act.Type("ы".repeat(32)));
        Button label = new Button("ы".repeat(200), Tone.NEUTRAL, new Act.Redeem("n"));
        Card card =
                CardLimits.fit(
                        new Card(
                                RichText.plain("x"),
                                List.of(List.of(tooLong), List.of(good, label)),
                                Optional.empty()),
                        "s.txt");
        CardChecks.assertFits(card);
        assertThat(card.rows()).hasSize(1);
        assertThat(card.rows().getFirst()).hasSize(2).contains(good);
    }
}
