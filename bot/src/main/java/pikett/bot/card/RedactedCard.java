package pikett.bot.card;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import pikett.bot.card.Button.Act;
import pikett.bot.card.RichText.Span;

/// A card without secrets.
public final class RedactedCard {
    private RedactedCard() {}

    /// The card, with every text of it passed through the redaction.
    public static Card of(Card card, UnaryOperator<String> redaction) {
        return new Card(
                redact(card.text(), redaction),
                card.rows().stream()
                        .map(row -> row.stream().map(button -> redact(button, redaction)).toList())
                        .toList(),
                card.file()
                        .map(file ->
                                new Card.TextFile(
                                        redaction.apply(file.name()),
                                        redaction.apply(file.content()))));
    }

    /// Styles stay where the text around them does. A secret that only shows when parts of different
    /// style are read together costs the text its styles.
    private static RichText redact(RichText text, UnaryOperator<String> redaction) {
        String whole = redaction.apply(text.text());
        if (whole.equals(text.text())) {
            return text;
        }
        RichText piecewise = redactPieces(text, redaction);
        return redaction.apply(piecewise.text()).equals(piecewise.text())
                ? piecewise
                : RichText.plain(whole);
    }

    private static RichText redactPieces(RichText text, UnaryOperator<String> redaction) {
        TreeSet<Integer> borders = new TreeSet<>(List.of(0, text.text().length()));
        for (Span span : text.spans()) {
            borders.add(span.offset());
            borders.add(span.offset() + span.length());
        }
        StringBuilder redacted = new StringBuilder();
        int[] moved = new int[text.text().length() + 1];
        int start = 0;
        for (int end : borders) {
            redacted.append(redaction.apply(text.text().substring(start, end)));
            moved[end] = redacted.length();
            start = end;
        }
        List<Span> spans = new ArrayList<>();
        for (Span span : text.spans()) {
            int offset = moved[span.offset()];
            int length = moved[span.offset() + span.length()] - offset;
            if (length > 0) {
                spans.add(new Span(offset, length, span.style()));
            }
        }
        return new RichText(redacted.toString(), spans);
    }

    private static Button redact(Button button, UnaryOperator<String> redaction) {
        Act act =
                switch (button.act()) {
                    case Act.Copy(String text) -> new Act.Copy(redaction.apply(text));
                    case Act.Type type -> type;
                    case Act.Redeem redeem -> redeem;
                };
        return new Button(redaction.apply(button.label()), button.tone(), act);
    }
}
