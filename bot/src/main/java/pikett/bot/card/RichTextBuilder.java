package pikett.bot.card;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import pikett.bot.card.RichText.Span;
import pikett.bot.card.RichText.Style;
import pikett.bot.language.Arg;
import pikett.bot.language.Phrase;
import pikett.bot.language.Phrases;

/// Puts rich text together, piece by piece.
///
/// Everything that is appended is made harmless to look at; nothing is escaped, because styles are
/// explicit. Not safe for use by many threads.
public final class RichTextBuilder {
    private static final Comparator<Span> OUTER_FIRST =
            Comparator.comparingInt(Span::offset)
                    .thenComparing(Comparator.comparingInt(Span::length).reversed());

    private final StringBuilder text = new StringBuilder();
    private final List<Span> spans = new ArrayList<>();
    private boolean quoting;

    /// Appends text of our own, or lines of others.
    public RichTextBuilder plain(String value) {
        text.append(OutsideText.lines(value));
        return this;
    }

    /// Appends a value inside a line.
    public RichTextBuilder value(String value) {
        text.append(OutsideText.inline(value));
        return this;
    }

    /// Appends a value inside a line, in bold.
    public RichTextBuilder bold(String value) {
        return styled(Style.BOLD, OutsideText.inline(value));
    }

    /// Appends a value inside a line, in italics.
    public RichTextBuilder italic(String value) {
        return styled(Style.ITALIC, OutsideText.inline(value));
    }

    /// Appends a value inside a line, shown as typed.
    public RichTextBuilder code(String value) {
        return styled(Style.CODE, OutsideText.inline(value));
    }

    /// Appends lines of a log or of output as a block of their own.
    public RichTextBuilder pre(String lines) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            line();
        }
        return styled(Style.PRE, OutsideText.lines(lines.strip()));
    }

    /// Appends what people read, with plain values.
    public RichTextBuilder say(Phrases phrases, Phrase phrase, Arg... args) {
        return plainWith(phrases.text(phrase, inline(args)));
    }

    /// Appends what people read, in bold.
    public RichTextBuilder sayBold(Phrases phrases, Phrase phrase, Arg... args) {
        return styled(Style.BOLD, phrases.text(phrase, inline(args)));
    }

    /// Appends what people read about a number, in the plural form that it asks for.
    public RichTextBuilder count(Phrases phrases, Phrase phrase, long number, Arg... args) {
        return plainWith(phrases.count(phrase, number, inline(args)));
    }

    /// Appends a quote that a tap opens; a quote inside a quote is only text.
    public RichTextBuilder quote(Consumer<RichTextBuilder> content) {
        if (quoting) {
            content.accept(this);
            return this;
        }
        int start = text.length();
        quoting = true;
        content.accept(this);
        quoting = false;
        span(start, Style.EXPANDABLE_QUOTE);
        return this;
    }

    /// Appends text that was built elsewhere.
    public RichTextBuilder append(RichText other) {
        int start = text.length();
        text.append(other.text());
        for (Span span : other.spans()) {
            if (!quoting || span.style() != Style.EXPANDABLE_QUOTE) {
                spans.add(new Span(start + span.offset(), span.length(), span.style()));
            }
        }
        return this;
    }

    /// Ends the line.
    public RichTextBuilder line() {
        text.append('\n');
        return this;
    }

    /// How many UTF-16 units there are by now.
    public int length() {
        return text.length();
    }

    /// The text, without white space at its end.
    public RichText build() {
        int end = text.length();
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        List<Span> kept = new ArrayList<>();
        for (Span span : spans) {
            int length = Math.min(span.offset() + span.length(), end) - span.offset();
            if (length > 0) {
                kept.add(new Span(span.offset(), length, span.style()));
            }
        }
        kept.sort(OUTER_FIRST);
        return new RichText(text.substring(0, end), kept);
    }

    private RichTextBuilder plainWith(String clean) {
        text.append(clean);
        return this;
    }

    private RichTextBuilder styled(Style style, String clean) {
        int start = text.length();
        text.append(clean);
        span(start, style);
        return this;
    }

    private void span(int start, Style style) {
        if (text.length() > start) {
            spans.add(new Span(start, text.length() - start, style));
        }
    }

    private static Arg[] inline(Arg... args) {
        Arg[] clean = new Arg[args.length];
        for (int i = 0; i < args.length; i++) {
            clean[i] = new Arg(args[i].name(), OutsideText.inline(args[i].value()));
        }
        return clean;
    }
}
