package pikett.bot.card;

import java.util.List;

/// Text with styled spans. Offsets count UTF-16 units, as Telegram does.
///
/// Sent with explicit entities, never as markup, so nothing in the text can change how it is read.
///
/// @param spans ordered by offset; a span never leaves the text
public record RichText(String text, List<Span> spans) {
    public RichText {
        spans = List.copyOf(spans);
    }

    /// A styled part.
    public record Span(int offset, int length, Style style) {}

    /// How a part looks.
    public enum Style {
        BOLD,
        ITALIC,
        /// A name, an argument, a value: shown as typed.
        CODE,
        /// Lines of a log or of output.
        PRE,
        /// A quote that a tap opens.
        EXPANDABLE_QUOTE
    }

    /// Text without any style.
    public static RichText plain(String text) {
        return new RichText(text, List.of());
    }
}
