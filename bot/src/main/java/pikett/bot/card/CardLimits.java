package pikett.bot.card;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pikett.bot.card.Button.Act;
import pikett.bot.card.RichText.Span;

/// What fits into one message of Telegram, and how a card is made to fit.
public final class CardLimits {
    /// UTF-16 units of a text.
    public static final int TEXT = 4096;

    /// Styled spans of a text; Telegram drops what is beyond, silently.
    public static final int SPANS = 100;

    /// Bytes of what a button carries, its marker counted.
    public static final int BUTTON_BYTES = 64;

    /// Units of a button's label; more is not seen on a phone.
    public static final int LABEL = 40;

    /// Units of a text for the clipboard.
    public static final int COPY = 256;

    private static final int BUTTONS = 100;
    private static final int BUTTONS_IN_A_ROW = 8;
    private static final String MORE = "…";

    private CardLimits() {}

    /// The card as it can be sent: text that is too long is cut, and then the whole of it comes as a
    /// file of the given name unless the card brings its own.
    public static Card fit(Card card, String fileName) {
        boolean cut = card.text().text().length() > TEXT;
        Optional<Card.TextFile> file =
                card.file().isEmpty() && cut
                        ? Optional.of(new Card.TextFile(fileName, card.text().text()))
                        : card.file();
        return new Card(fit(card.text()), fit(card.rows()), file);
    }

    /// The text cut to what a message takes.
    public static RichText fit(RichText text) {
        RichText cut = cut(text, TEXT);
        return cut.spans().size() <= SPANS
                ? cut
                : new RichText(cut.text(), cut.spans().subList(0, SPANS));
    }

    /// The text cut to so many UTF-16 units, at the end of a line or a word where one is near.
    public static RichText cut(RichText text, int limit) {
        if (text.text().length() <= limit) {
            return text;
        }
        int end = harmlessEnd(text.text(), limit - MORE.length());
        List<Span> spans = new ArrayList<>();
        for (Span span : text.spans()) {
            int length = Math.min(span.length(), end - span.offset());
            if (length > 0) {
                spans.add(new Span(span.offset(), length, span.style()));
            }
        }
        return new RichText(text.text().substring(0, end) + MORE, spans);
    }

    /// The value cut to so many UTF-16 units.
    public static String cut(String value, int limit) {
        return cut(RichText.plain(value), limit).text();
    }

    /// Whether the act fits into a button.
    public static boolean fits(Act act) {
        return switch (act) {
            case Act.Type(String line) -> bytes(line) < BUTTON_BYTES;
            case Act.Redeem(String nonce) -> bytes(nonce) < BUTTON_BYTES;
            case Act.Copy(String text) -> !text.isEmpty() && text.length() <= COPY;
        };
    }

    private static List<List<Button>> fit(List<List<Button>> rows) {
        List<List<Button>> fitted = new ArrayList<>();
        int left = BUTTONS;
        for (List<Button> row : rows) {
            List<Button> kept =
                    row.stream()
                            .filter(button -> fits(button.act()) && !button.label().isBlank())
                            .limit(Math.min(left, BUTTONS_IN_A_ROW))
                            .map(CardLimits::fit)
                            .toList();
            left -= kept.size();
            if (!kept.isEmpty()) {
                fitted.add(kept);
            }
        }
        return fitted;
    }

    private static Button fit(Button button) {
        return new Button(
                cut(OutsideText.inline(button.label()), LABEL), button.tone(), button.act());
    }

    private static int bytes(String value) {
        return value.getBytes(StandardCharsets.UTF_8).length;
    }

    /// The end of a line or a word in the last fifth before the limit; otherwise before the character,
    /// as people see it, that would not fit.
    private static int harmlessEnd(String text, int limit) {
        if (limit <= 0) {
            return 0;
        }
        int near = limit - limit / 5;
        int line = text.lastIndexOf('\n', limit);
        if (line >= near) {
            return line;
        }
        int word = text.lastIndexOf(' ', limit);
        if (word >= near) {
            return word;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        return characters.isBoundary(limit) ? limit : Math.max(0, characters.preceding(limit));
    }
}
