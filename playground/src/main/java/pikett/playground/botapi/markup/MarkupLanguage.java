package pikett.playground.botapi.markup;

import java.util.Locale;
import java.util.Optional;
import pikett.playground.telegram.text.FormattedText;

/// The markup languages of `parse_mode`.
public enum MarkupLanguage {
    /// A few HTML tags; `&`, `<` and `>` are escaped as in HTML.
    HTML,
    /// Telegram's second Markdown; eighteen characters are escaped with a backslash.
    MARKDOWNV2;

    /// The language of that `parse_mode`, in any case.
    public static Optional<MarkupLanguage> named(String parseMode) {
        return switch (parseMode.toLowerCase(Locale.ROOT)) {
            case "html" -> Optional.of(HTML);
            case "markdownv2" -> Optional.of(MARKDOWNV2);
            default -> Optional.empty();
        };
    }

    /// The text without markup and with the entities that the markup meant.
    public FormattedText parse(String source) throws BadMarkupException {
        return switch (this) {
            case HTML -> new HtmlMarkup(source).parse();
            case MARKDOWNV2 -> new MarkdownMarkup(source).parse();
        };
    }
}
