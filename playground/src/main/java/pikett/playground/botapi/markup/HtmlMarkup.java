package pikett.playground.botapi.markup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pikett.playground.telegram.text.Entity;
import pikett.playground.telegram.text.EntityKind;
import pikett.playground.telegram.text.FormattedText;

/// Parses the Bot API's HTML. One use per text; not thread-safe.
final class HtmlMarkup {
    private static final Map<String, EntityKind> PLAIN_TAGS =
            Map.ofEntries(
                    Map.entry("b", EntityKind.BOLD),
                    Map.entry("strong", EntityKind.BOLD),
                    Map.entry("i", EntityKind.ITALIC),
                    Map.entry("em", EntityKind.ITALIC),
                    Map.entry("u", EntityKind.UNDERLINE),
                    Map.entry("ins", EntityKind.UNDERLINE),
                    Map.entry("s", EntityKind.STRIKETHROUGH),
                    Map.entry("strike", EntityKind.STRIKETHROUGH),
                    Map.entry("del", EntityKind.STRIKETHROUGH),
                    Map.entry("span", EntityKind.SPOILER),
                    Map.entry("tg-spoiler", EntityKind.SPOILER));
    private static final Set<String> TAGS =
            Stream.concat(
                            PLAIN_TAGS.keySet().stream(),
                            Stream.of("a", "code", "pre", "blockquote", "tg-emoji"))
                    .collect(Collectors.toUnmodifiableSet());

    /// A character written as `&lt;` or `&#60;` or `&#x3c;`; the semicolon may be missing.
    private static final Pattern REFERENCE =
            Pattern.compile(
                    "&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot)(?![A-Za-z]));?");

    private final String source;
    private final Marks marks = new Marks();
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;

    HtmlMarkup(String source) {
        this.source = source;
    }

    /// A tag that is not closed yet.
    private record Open(String tag, @Nullable String argument, int start) {}

    FormattedText parse() throws BadMarkupException {
        while (at < source.length()) {
            char character = source.charAt(at);
            if (character == '<') {
                tag();
            } else if (character != '&' || !reference()) {
                marks.append(character);
                at++;
            }
        }
        if (!open.isEmpty()) {
            throw new BadMarkupException(
                    "Can't find end tag corresponding to start tag \""
                            + open.element().tag()
                            + "\"");
        }
        return marks.done();
    }

    private boolean reference() {
        Matcher matcher = REFERENCE.matcher(source).region(at, source.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        int codePoint = codePoint(matcher);
        if (codePoint == 0 || !Character.isValidCodePoint(codePoint)) {
            return false;
        }
        marks.append(codePoint);
        at = matcher.end();
        return true;
    }

    private static int codePoint(Matcher reference) {
        String hex = reference.group(1);
        if (hex != null) {
            return Integer.parseInt(hex, 16);
        }
        String decimal = reference.group(2);
        if (decimal != null) {
            return Integer.parseInt(decimal);
        }
        return switch (String.valueOf(reference.group(3))) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "quot" -> '"';
            default -> '&';
        };
    }

    private void tag() throws BadMarkupException {
        int start = at;
        if (source.startsWith("</", at)) {
            at += 2;
            close(start);
        } else {
            at++;
            HtmlTag tag = new HtmlTag(source, start, TAGS);
            at = tag.read();
            String name = tag.name();
            if (name.equals("span") && !"spoiler".equals(tag.argument())) {
                throw problem("Tag \"span\" must have class \"tg-spoiler\"", start);
            }
            open.push(new Open(name, tag.argument(), marks.length()));
        }
    }

    private void close(int start) throws BadMarkupException {
        if (open.isEmpty()) {
            throw problem("Unexpected end tag", start);
        }
        int end = source.indexOf('>', at);
        if (end < 0) {
            throw problem("Unclosed end tag", start);
        }
        String name = source.substring(at, end).strip().toLowerCase(Locale.ROOT);
        Open opened = open.pop();
        if (!name.isEmpty() && !name.equals(opened.tag())) {
            throw new BadMarkupException(
                    "Unmatched end tag at byte offset %d, expected \"</%s>\", found \"</%s>\""
                            .formatted(Marks.byteAt(source, start), opened.tag(), name));
        }
        at = end + 1;
        mark(opened);
    }

    private void mark(Open opened) throws BadMarkupException {
        EntityKind plain = PLAIN_TAGS.get(opened.tag());
        String argument = opened.argument();
        int start = opened.start();
        if (plain != null) {
            marks.mark(plain, start, null);
            return;
        }
        switch (opened.tag()) {
            case "a" ->
                    marks.link(
                            start,
                            argument == null || argument.isEmpty() ? marks.since(start) : argument);
            case "blockquote" ->
                    marks.mark(
                            argument == null
                                    ? EntityKind.BLOCKQUOTE
                                    : EntityKind.EXPANDABLE_BLOCKQUOTE,
                            start,
                            null);
            case "tg-emoji" -> marks.mark(EntityKind.CUSTOM_EMOJI, start, emoji(argument));
            case "pre" -> pre(start);
            default -> marks.mark(EntityKind.CODE, start, argument);
        }
    }

    /// `<pre><code class="language-x">` is one block in that language.
    private void pre(int start) {
        Entity code =
                marks.wholeSince(start)
                        .filter(e -> e.kind() == EntityKind.CODE && e.argument() != null)
                        .orElse(null);
        if (code == null) {
            marks.mark(EntityKind.PRE, start, null);
        } else {
            marks.replaceNewest(
                    new Entity(EntityKind.PRE, code.offset(), code.length(), code.argument()));
        }
    }

    private static String emoji(@Nullable String id) throws BadMarkupException {
        if (id == null || !id.matches("[1-9][0-9]{0,18}")) {
            throw new BadMarkupException("Invalid custom emoji identifier specified");
        }
        return id;
    }

    private BadMarkupException problem(String what, int unit) {
        return new BadMarkupException(what + " at byte offset " + Marks.byteAt(source, unit));
    }
}
