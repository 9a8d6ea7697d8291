package pikett.playground.botapi.markup;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads one start tag with its attributes. One use per tag; not thread-safe.
final class HtmlTag {
    private static final Pattern NAME = Pattern.compile("[^\\s>]*");
    private static final Pattern SPACE = Pattern.compile("\\s*");
    private static final Pattern ATTRIBUTE_NAME = Pattern.compile("[^\\s=>]*");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9.\\-]*");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

    private final String source;
    private final int start;
    private final Set<String> known;
    private int at;
    private String name = "";
    private @Nullable String argument;

    /// @param start where the `<` stands
    /// @param known the names that are allowed
    HtmlTag(String source, int start, Set<String> known) {
        this.source = source;
        this.start = start;
        this.known = known;
    }

    /// In lower case.
    String name() {
        return name;
    }

    /// The one attribute that matters for this tag, if it was given.
    @Nullable String argument() {
        return argument;
    }

    /// Reads up to and with the `>`.
    ///
    /// @return the unit behind it
    int read() throws BadMarkupException {
        at = start + 1;
        name = take(NAME).toLowerCase(Locale.ROOT);
        checkNotOver("Unclosed start tag");
        if (!known.contains(name)) {
            throw problem("Unsupported start tag \"" + name + "\"", start);
        }
        take(SPACE);
        while (!here('>')) {
            attribute();
            take(SPACE);
            checkNotOver("Unclosed start tag");
        }
        return at + 1;
    }

    private void attribute() throws BadMarkupException {
        checkNotOver("Unclosed start tag");
        String attribute = take(ATTRIBUTE_NAME).toLowerCase(Locale.ROOT);
        if (attribute.isEmpty()) {
            throw problem("Empty attribute name in the tag \"" + name + "\"", start);
        }
        take(SPACE);
        if (!here('=')) {
            if (name.equals("blockquote") && attribute.equals("expandable")) {
                argument = "";
                return;
            }
            throw problem(
                    "Expected equal sign in declaration of an attribute of the tag \""
                            + name
                            + "\"",
                    start);
        }
        at++;
        take(SPACE);
        checkNotOver("Unclosed start tag");
        remember(attribute, value());
    }

    private String value() throws BadMarkupException {
        Matcher quoted = QUOTED.matcher(source).region(at, source.length());
        if (quoted.lookingAt()) {
            at = quoted.end();
            String value = quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
            return unescaped(String.valueOf(value));
        }
        if (here('"') || here('\'')) {
            throw problem("Unclosed start tag", start);
        }
        int token = at;
        String value = take(TOKEN).toLowerCase(Locale.ROOT);
        if (at < source.length() && !here('>') && !Character.isWhitespace(source.charAt(at))) {
            throw problem("Unexpected end of name token", token);
        }
        return value;
    }

    private static String unescaped(String value) {
        return value.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private void remember(String attribute, String value) {
        switch (name + " " + attribute) {
            case "a href", "tg-emoji emoji-id" -> argument = value;
            case "code class" -> argument = after("language-", value);
            case "span class" -> argument = after("tg-", value);
            case "blockquote expandable" -> argument = "";
            default -> {}
        }
    }

    private static @Nullable String after(String prefix, String value) {
        return value.startsWith(prefix) ? value.substring(prefix.length()) : null;
    }

    private String take(Pattern pattern) {
        Matcher matcher = pattern.matcher(source).region(at, source.length());
        String taken = matcher.lookingAt() ? matcher.group() : "";
        at += taken.length();
        return taken;
    }

    private boolean here(char wanted) {
        return at < source.length() && source.charAt(at) == wanted;
    }

    private void checkNotOver(String what) throws BadMarkupException {
        if (at >= source.length()) {
            throw problem(what, start);
        }
    }

    private BadMarkupException problem(String what, int unit) {
        return new BadMarkupException(what + " at byte offset " + Marks.byteAt(source, unit));
    }
}
