package pikett.config.shape;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The values in one piece that many keys share.
public final class Scalars {
    private static final int LONGEST_TEXT = 4096;

    private Scalars() {}

    /// Any text of some length without control characters.
    public static Scalar<String> text(String expected) {
        return scalar(
                        expected,
                        text ->
                                text.isBlank() || text.length() > LONGEST_TEXT
                                        ? Parsed.bad(
                                                "this is empty or too long", "write " + expected)
                                        : Parsed.good(text))
                .obeying(text ->
                        text.chars().anyMatch(Character::isISOControl)
                                ? Parsed.bad(
                                        "a control character stands in this text",
                                        "write it on one line, without such characters")
                                : Parsed.good(text))
                .described("minLength", 1)
                .described("maxLength", LONGEST_TEXT);
    }

    /// A text that matches the pattern as a whole.
    public static Scalar<String> matching(String expected, String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return scalar(
                        expected,
                        text ->
                                compiled.matcher(text).matches()
                                        ? Parsed.good(text)
                                        : Parsed.<String>bad(
                                                "%s cannot be used here"
                                                        .formatted(Quote.value(text)),
                                                "write " + expected))
                .described("pattern", "^(?:" + pattern + ")$");
    }

    /// A whole number in a range.
    public static Scalar<Long> wholeNumber(String expected, long least, long most) {
        return new Scalar<>(
                        expected,
                        YamlNode.Type.NUMBER,
                        text -> number(text, least, most),
                        Map.of("type", "integer"))
                .described("minimum", least)
                .described("maximum", most);
    }

    private static Parsed<Long> number(String text, long least, long most) {
        if (!text.matches("0|-?[1-9][0-9]{0,17}")) {
            return Parsed.bad(
                    "%s is not a whole number in decimal digits".formatted(Quote.value(text)),
                    "write it like 42, without dots, signs or leading zeros");
        }
        long number = Long.parseLong(text);
        return number < least || number > most
                ? Parsed.bad(
                        "%d is out of range".formatted(number),
                        "write a number from %d to %d".formatted(least, most))
                : Parsed.good(number);
    }

    /// `true` or `false`, and none of YAML's other words for them.
    public static Scalar<Boolean> flag() {
        return new Scalar<>(
                "true or false",
                YamlNode.Type.BOOLEAN,
                text ->
                        switch (text) {
                            case "true" -> Parsed.good(true);
                            case "false" -> Parsed.good(false);
                            default ->
                                    Parsed.bad(
                                            "%s is an old way to say it"
                                                    .formatted(Quote.value(text)),
                                            "write true or false");
                        },
                Map.of("type", "boolean"));
    }

    /// `true`, for a key that says something by being there.
    public static Scalar<Boolean> onlyTrue() {
        return flag().obeying(value ->
                        value
                                ? Parsed.good(true)
                                : Parsed.bad(
                                        "this key can only be true",
                                        "write true, or remove the key"))
                .described("const", true);
    }

    /// One of a few words, each the dashed name of a constant.
    public static <E extends Enum<E>> Scalar<E> oneOf(Class<E> type) {
        Map<String, E> words =
                Stream.of(type.getEnumConstants())
                        .collect(
                                Collectors.toMap(
                                        constant ->
                                                constant.name()
                                                        .toLowerCase(Locale.ROOT)
                                                        .replace('_', '-'),
                                        Function.identity(),
                                        (first, _) -> first,
                                        LinkedHashMap::new));
        List<String> known = List.copyOf(words.keySet());
        return scalar(
                        "one of " + String.join(", ", known),
                        text ->
                                Optional.ofNullable(words.get(text))
                                        .map(Parsed::good)
                                        .orElseGet(() ->
                                                Parsed.bad(
                                                        "%s is not known here"
                                                                .formatted(Quote.value(text)),
                                                        Nearest.wayOut(text, known))))
                .described("enum", known);
    }

    /// The name of something that the file describes elsewhere.
    public static Shape<String> nameOf(Kind kind) {
        return named(kind, text("the name of a " + kind.noun()));
    }

    /// A name of something that the file describes elsewhere, or a pattern for several (`*` for any text).
    public static Shape<String> namesOf(Kind kind) {
        return named(
                kind, text("the name of a %s, or a pattern such as api-*".formatted(kind.noun())));
    }

    private static Shape<String> named(Kind kind, Shape<String> written) {
        return new Ruled<>(written, (name, node, reading) -> reading.refer(kind, name, node.at()));
    }

    /// A value that may stand in one place of the file only.
    ///
    /// @param noun what people call it
    public static <T> Shape<T> unique(String noun, Shape<T> written) {
        return new Ruled<>(
                written,
                (value, node, reading) -> reading.unique(noun, value.toString(), node.at()));
    }

    /// An address with one of the schemes, a host, and no password in it.
    public static Scalar<URI> address(String expected, String... schemes) {
        Set<String> allowed = Set.of(schemes);
        return text(expected)
                .obeying(text -> {
                    try {
                        URI uri = new URI(text);
                        return uri.getHost() == null
                                        || !uri.isAbsolute()
                                        || !allowed.contains(uri.getScheme())
                                ? Parsed.bad("this address cannot be used", "write " + expected)
                                : Parsed.good(text);
                    } catch (URISyntaxException _) {
                        return Parsed.bad("this address cannot be used", "write " + expected);
                    }
                })
                .as(URI::create)
                .obeying(uri ->
                        uri.getRawUserInfo() == null
                                ? Parsed.good(uri)
                                : Parsed.bad(
                                        "a user or password cannot stand in this address",
                                        "remove what is before the @"))
                .obeying(uri ->
                        uri.getPort() > 65_535
                                ? Parsed.bad(
                                        "the port of this address is out of range",
                                        "write a port from 1 to 65535")
                                : Parsed.good(uri))
                .described(
                        "pattern",
                        "^(?:%s)://[^@/?#]+(?:[/?#].*)?$".formatted(String.join("|", schemes)));
    }

    /// An absolute path on the machine that Pikett runs on.
    public static Scalar<Path> path() {
        return text("an absolute path such as /etc/pikett/id_ed25519")
                .obeying(text ->
                        Paths.absolute(text).isPresent()
                                ? Parsed.good(text)
                                : Parsed.bad(
                                        "%s does not say where it begins"
                                                .formatted(Quote.value(text)),
                                        "write an absolute path, from / on"))
                .as(Path::of)
                .described("pattern", "^/");
    }

    /// A time zone by its name in the tz database.
    public static Scalar<ZoneId> timeZone() {
        return text("a time zone such as Europe/Berlin")
                .obeying(text ->
                        isZone(text)
                                ? Parsed.good(text)
                                : Parsed.bad(
                                        "%s is not a time zone".formatted(Quote.value(text)),
                                        Nearest.to(text, ZoneId.getAvailableZoneIds())
                                                .map(zone -> "did you mean `%s`?".formatted(zone))
                                                .orElse("write one such as" + " Europe/Berlin")))
                .as(ZoneId::of)
                .described("examples", List.of("Europe/Berlin", "UTC"));
    }

    private static boolean isZone(String text) {
        try {
            return ZoneId.getAvailableZoneIds().contains(ZoneId.of(text).getId());
        } catch (DateTimeException _) {
            return false;
        }
    }

    /// A regular expression of Java.
    public static Scalar<Pattern> regularExpression() {
        return text("a regular expression such as [0-9]{1,9}")
                .obeying(text -> {
                    try {
                        return Parsed.good(Pattern.compile(text).pattern());
                    } catch (PatternSyntaxException wrong) {
                        return Parsed.bad(
                                "this is not a regular expression: "
                                        + wrong.getDescription().toLowerCase(Locale.ROOT),
                                "mend it; in YAML single quotes keep a backslash as it is");
                    }
                })
                .as(Pattern::compile);
    }

    static <T> Scalar<T> scalar(String expected, Function<String, Parsed<T>> parser) {
        return new Scalar<>(expected, YamlNode.Type.TEXT, parser, Map.of("type", "string"));
    }
}
