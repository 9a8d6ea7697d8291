package pikett.playground.botapi.markup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import pikett.playground.telegram.text.EntityKind;
import pikett.playground.telegram.text.FormattedText;

/// Parses the Bot API's MarkdownV2. One use per text; not thread-safe.
final class MarkdownMarkup {
    private static final String RESERVED = "_*[]()~`>#+-=|{}.!";

    /// As error texts call the kinds.
    private static final Map<EntityKind, String> TDLIB_NAMES =
            Map.of(
                    EntityKind.BOLD, "Bold",
                    EntityKind.ITALIC, "Italic",
                    EntityKind.UNDERLINE, "Underline",
                    EntityKind.STRIKETHROUGH, "Strikethrough",
                    EntityKind.SPOILER, "Spoiler",
                    EntityKind.CODE, "Code",
                    EntityKind.PRE, "Pre",
                    EntityKind.TEXT_LINK, "TextUrl",
                    EntityKind.CUSTOM_EMOJI, "CustomEmoji",
                    EntityKind.BLOCKQUOTE, "BlockQuote");

    private final String source;
    private final Marks marks = new Marks();
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;
    private boolean quoting;

    MarkdownMarkup(String source) {
        this.source = source;
    }

    /// A mark that is not closed yet.
    ///
    /// @param kind what it will be
    /// @param begin where it stands in the source
    /// @param start where its text begins
    private record Open(EntityKind kind, int begin, int start, String language) {}

    FormattedText parse() throws BadMarkupException {
        while (at < source.length()) {
            step();
        }
        if (quoting && !open.isEmpty() && open.element().kind() == EntityKind.BLOCKQUOTE) {
            marks.mark(EntityKind.BLOCKQUOTE, open.pop().start(), null);
        }
        if (!open.isEmpty()) {
            throw unclosed(open.element());
        }
        return marks.done();
    }

    private void step() throws BadMarkupException {
        char character = source.charAt(at);
        if (character == '\\' && at + 1 < source.length() && source.charAt(at + 1) <= 126) {
            marks.append(source.charAt(at + 1));
            at += 2;
        } else if (inCode()) {
            code(character);
        } else if (character == '\n') {
            newLine();
        } else if (character == '>' && at == 0) {
            quote();
        } else if (RESERVED.indexOf(character) < 0) {
            marks.append(character);
            at++;
        } else if (!closes()) {
            opens(character);
        }
    }

    private boolean inCode() {
        return !open.isEmpty()
                && (open.element().kind() == EntityKind.CODE
                        || open.element().kind() == EntityKind.PRE);
    }

    private void code(char character) throws BadMarkupException {
        Open opened = open.element();
        String fence = opened.kind() == EntityKind.PRE ? "```" : "`";
        if (source.startsWith(fence, at)) {
            open.pop();
            marks.mark(
                    opened.kind(),
                    opened.start(),
                    opened.language().isEmpty() ? null : opened.language());
            at += fence.length();
        } else if (character == '`') {
            throw reserved(character);
        } else {
            marks.append(character);
            at++;
        }
    }

    private void newLine() throws BadMarkupException {
        boolean goesOn = source.startsWith(">", at + 1);
        if (quoting && !goesOn) {
            Open opened = open.pop();
            if (opened.kind() != EntityKind.BLOCKQUOTE) {
                throw unclosed(opened);
            }
            marks.mark(EntityKind.BLOCKQUOTE, opened.start(), null);
            quoting = false;
        }
        marks.append('\n');
        at++;
        if (goesOn) {
            if (quoting) {
                at++;
            } else {
                quote();
            }
        }
    }

    private void quote() {
        quoting = true;
        open.push(new Open(EntityKind.BLOCKQUOTE, at, marks.length(), ""));
        at++;
    }

    /// Ends the innermost mark if its sign stands here.
    private boolean closes() throws BadMarkupException {
        if (open.isEmpty()) {
            return false;
        }
        Open opened = open.element();
        String sign = sign(opened.kind());
        boolean here =
                !sign.isEmpty()
                        && source.startsWith(sign, at)
                        && !(opened.kind() == EntityKind.ITALIC && source.startsWith("__", at));
        if (here) {
            open.pop();
            at += sign.length();
            end(opened);
        }
        return here;
    }

    private static String sign(EntityKind kind) {
        return switch (kind) {
            case BOLD -> "*";
            case ITALIC -> "_";
            case UNDERLINE -> "__";
            case STRIKETHROUGH -> "~";
            case SPOILER -> "||";
            case TEXT_LINK, CUSTOM_EMOJI -> "]";
            case CODE -> "`";
            case PRE -> "```";
            case BLOCKQUOTE, EXPANDABLE_BLOCKQUOTE, MENTION, HASHTAG, CASHTAG, BOT_COMMAND -> "";
            case URL, EMAIL, PHONE_NUMBER, BANK_CARD_NUMBER, TEXT_MENTION -> "";
        };
    }

    private void end(Open opened) throws BadMarkupException {
        if (opened.kind() == EntityKind.TEXT_LINK) {
            marks.link(
                    opened.start(),
                    source.startsWith("(", at) ? address("a URL") : marks.since(opened.start()));
        } else if (opened.kind() == EntityKind.CUSTOM_EMOJI) {
            if (!source.startsWith("(", at)) {
                throw new BadMarkupException("Custom emoji entity must contain a tg://emoji URL");
            }
            String address = address("a custom emoji URL");
            if (!address.matches("tg://emoji\\?id=[1-9][0-9]{0,18}")) {
                throw new BadMarkupException("Invalid custom emoji identifier specified");
            }
            marks.mark(
                    EntityKind.CUSTOM_EMOJI,
                    opened.start(),
                    address.substring("tg://emoji?id=".length()));
        } else {
            marks.mark(opened.kind(), opened.start(), null);
        }
    }

    private String address(String what) throws BadMarkupException {
        int begin = ++at;
        StringBuilder address = new StringBuilder();
        while (at < source.length() && source.charAt(at) != ')') {
            if (source.charAt(at) == '\\' && at + 1 < source.length()) {
                at++;
            }
            address.append(source.charAt(at++));
        }
        if (at >= source.length()) {
            throw new BadMarkupException(
                    "Can't find end of " + what + " at byte offset " + Marks.byteAt(source, begin));
        }
        at++;
        return address.toString();
    }

    private void opens(char character) throws BadMarkupException {
        int begin = at;
        EntityKind kind =
                switch (character) {
                    case '*' -> EntityKind.BOLD;
                    case '_' ->
                            source.startsWith("__", at) ? EntityKind.UNDERLINE : EntityKind.ITALIC;
                    case '~' -> EntityKind.STRIKETHROUGH;
                    case '[' -> EntityKind.TEXT_LINK;
                    case '`' -> source.startsWith("```", at) ? EntityKind.PRE : EntityKind.CODE;
                    case '|' -> doubled("||", EntityKind.SPOILER);
                    case '!' -> doubled("![", EntityKind.CUSTOM_EMOJI);
                    default -> throw reserved(character);
                };
        at +=
                kind == EntityKind.CUSTOM_EMOJI
                        ? 2
                        : kind == EntityKind.TEXT_LINK ? 1 : sign(kind).length();
        String language = kind == EntityKind.PRE ? language() : "";
        open.push(new Open(kind, begin, marks.length(), language));
    }

    private EntityKind doubled(String sign, EntityKind kind) throws BadMarkupException {
        if (!source.startsWith(sign, at)) {
            throw reserved(source.charAt(at));
        }
        return kind;
    }

    /// The word behind the fence, if a line break follows it; one line break is no part of the text.
    private String language() {
        int end = at;
        while (end < source.length()
                && !Character.isWhitespace(source.charAt(end))
                && source.charAt(end) != '`') {
            end++;
        }
        String language = "";
        if (end > at && end < source.length() && source.charAt(end) != '`') {
            language = source.substring(at, end);
            at = end;
        }
        if (source.startsWith("\r\n", at)) {
            at += 2;
        } else if (source.startsWith("\n", at) || source.startsWith("\r", at)) {
            at++;
        }
        return language;
    }

    private BadMarkupException reserved(char character) {
        return new BadMarkupException(
                "Character '"
                        + character
                        + "' is reserved and must be escaped with the preceding '\\'");
    }

    private BadMarkupException unclosed(Open opened) {
        String name =
                opened.kind() == EntityKind.PRE && !opened.language().isEmpty()
                        ? "PreCode"
                        : TDLIB_NAMES.getOrDefault(opened.kind(), opened.kind().wireName());
        return new BadMarkupException(
                "Can't find end of "
                        + name
                        + " entity at byte offset "
                        + Marks.byteAt(source, opened.begin()));
    }
}
