package pikett.bot.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pikett.bot.card.RichText.Span;
import pikett.bot.card.RichText.Style;

final class RichTextBuilderTest {
    @Test
    void offsetsCountUtf16Units() {
        RichText text = new RichTextBuilder().plain("🔴 ").bold("api").plain(" ").code("x").build();
        assertThat(text.text()).isEqualTo("🔴 api x");
        assertThat(text.spans()).containsExactly(span(3, 3, Style.BOLD), span(7, 1, Style.CODE));
    }

    @Test
    void aQuoteHoldsWhatIsInItAndOuterSpansComeFirst() {
        RichText text =
                new RichTextBuilder()
                        .plain("a\n")
                        .quote(quote -> quote.code("b").quote(inner -> inner.plain("c")))
                        .build();
        assertThat(text.spans())
                .containsExactly(span(2, 2, Style.EXPANDABLE_QUOTE), span(2, 1, Style.CODE));
    }

    @Test
    void aBlockBeginsOnALineOfItsOwn() {
        RichText text = new RichTextBuilder().plain("log:").pre("one\ntwo\n").build();
        assertThat(text.text()).isEqualTo("log:\none\ntwo");
        assertThat(text.spans()).containsExactly(span(5, 7, Style.PRE));
    }

    @Test
    void emptyPiecesLeaveNoSpanAndTheEndIsTrimmed() {
        RichText text = new RichTextBuilder().bold("").plain("a").bold("b ").line().build();
        assertThat(text.text()).isEqualTo("ab");
        assertThat(text.spans()).containsExactly(span(1, 1, Style.BOLD));
    }

    @Test
    void valuesStayInTheirLine() {
        assertThat(new RichTextBuilder().code("a\nb\u202E").build().text()).isEqualTo("a b\uFFFD");
    }

    @Test
    void anotherTextIsMovedToItsPlace() {
        RichText inner = new RichTextBuilder().bold("x").build();
        RichText text = new RichTextBuilder().plain("ab").append(inner).build();
        assertThat(text.spans()).containsExactly(span(2, 1, Style.BOLD));
    }

    private static Span span(int offset, int length, Style style) {
        return new Span(offset, length, style);
    }
}
