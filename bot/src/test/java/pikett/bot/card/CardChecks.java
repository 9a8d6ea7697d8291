package pikett.bot.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import pikett.bot.card.Button.Act;
import pikett.bot.card.RichText.Span;
import pikett.bot.card.RichText.Style;

/// What must hold for every card, whatever it shows. The figures are Telegram's, written out again.
public final class CardChecks {
    private CardChecks() {}

    /// The card can be sent as it is.
    public static void assertFits(Card card) {
        assertThat(card.text().text()).isNotBlank();
        assertThat(card.text().text().length()).isLessThanOrEqualTo(4096);
        assertThat(card.text().spans().size()).isLessThanOrEqualTo(100);
        assertWellFormed(card.text());
        assertThat(card.rows().stream().mapToInt(java.util.List::size).sum())
                .isLessThanOrEqualTo(100);
        card.rows().forEach(row -> assertThat(row).isNotEmpty().hasSizeLessThanOrEqualTo(8));
        card.rows().forEach(row -> row.forEach(CardChecks::assertFits));
    }

    /// Spans lie inside, nest, do not touch other styles where they may not; no character is broken.
    public static void assertWellFormed(RichText text) {
        assertThat(new String(text.text().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(text.text());
        for (Span span : text.spans()) {
            assertThat(span.offset()).isNotNegative();
            assertThat(span.length()).isPositive();
            assertThat(span.offset() + span.length()).isLessThanOrEqualTo(text.text().length());
            text.spans().forEach(other -> assertNested(span, other));
        }
    }

    private static void assertNested(Span one, Span other) {
        int end = one.offset() + one.length();
        int otherEnd = other.offset() + other.length();
        boolean overlap = one.offset() < otherEnd && other.offset() < end;
        if (!one.equals(other) && overlap) {
            boolean inside = one.offset() <= other.offset() && otherEnd <= end;
            boolean around = other.offset() <= one.offset() && end <= otherEnd;
            assertThat(inside || around).as("%s and %s cross", one, other).isTrue();
            assertThat(Set.of(one.style(), other.style()))
                    .as("only a quote may hold others")
                    .contains(Style.EXPANDABLE_QUOTE)
                    .hasSize(2);
        }
    }

    private static void assertFits(Button button) {
        assertThat(button.label()).isNotBlank();
        assertThat(button.label().length()).isLessThanOrEqualTo(64);
        switch (button.act()) {
            case Act.Type(String line) -> assertBytes(">" + line);
            case Act.Redeem(String nonce) -> assertBytes("!" + nonce);
            case Act.Copy(String text) -> assertThat(text.length()).isBetween(1, 256);
        }
    }

    private static void assertBytes(String data) {
        assertThat(data.getBytes(StandardCharsets.UTF_8).length).isBetween(2, 64);
    }
}
