package pikett.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import pikett.bot.card.Button;
import pikett.bot.card.Button.Act;
import pikett.bot.card.Card;
import pikett.bot.card.CardChecks;
import pikett.bot.card.CardLimits;
import pikett.bot.card.RichText;

/// Compares cards with files under `src/test/resources/cards`.
///
/// Run the tests with `-Dpikett.golden=write` to write what is shown now, and read the difference before
/// you commit it.
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/cards");
    private static final boolean WRITE = "write".equals(System.getProperty("pikett.golden"));

    private Golden() {}

    static void assertShown(String name, Card card) {
        Card fitted = CardLimits.fit(card, "answer.txt");
        CardChecks.assertFits(fitted);
        String shown = text(fitted);
        Path file = FOLDER.resolve(name + ".txt");
        try {
            if (WRITE) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, shown);
            }
            assertThat(shown).as(name).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("no golden file " + file + "; see Golden", e);
        }
    }

    /// The text with its styles in brackets, the buttons, the file.
    private static String text(Card card) {
        StringBuilder shown = new StringBuilder(styled(card.text())).append("\n");
        for (List<Button> row : card.rows()) {
            shown.append(row.stream().map(Golden::button).collect(Collectors.joining(" ")))
                    .append("\n");
        }
        card.file()
                .ifPresent(file ->
                        shown.append("📎 ")
                                .append(file.name())
                                .append("\n")
                                .append(file.content())
                                .append("\n"));
        return shown.toString();
    }

    private static String styled(RichText text) {
        record Mark(int at, boolean closes, String text) {}
        List<Mark> marks = new ArrayList<>();
        for (RichText.Span span : text.spans()) {
            String name = span.style().name().toLowerCase(java.util.Locale.ROOT);
            marks.add(new Mark(span.offset(), false, "⟦" + name + ":"));
            marks.add(new Mark(span.offset() + span.length(), true, "⟧"));
        }
        marks.sort(Comparator.comparingInt(Mark::at).thenComparing(mark -> !mark.closes()));
        StringBuilder styled = new StringBuilder();
        int from = 0;
        for (Mark mark : marks) {
            styled.append(text.text(), from, mark.at()).append(mark.text());
            from = mark.at();
        }
        return styled.append(text.text(), from, text.text().length()).toString();
    }

    private static String button(Button button) {
        String act =
                switch (button.act()) {
                    case Act.Type(String line) -> "> " + line;
                    case Act.Redeem(String nonce) -> "! " + nonce;
                    case Act.Copy(String copied) -> "copies " + copied;
                };
        return "[" + button.label() + " | " + act + "]";
    }
}
