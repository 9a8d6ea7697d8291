package pikett.config.shape;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A value written in one piece.
///
/// @param expected what belongs here, as in `a duration such as 30s`
/// @param type what YAML must take it for
/// @param parser understands the text
/// @param schema describes it for editors
public record Scalar<T>(
        String expected,
        YamlNode.Type type,
        Function<String, Parsed<T>> parser,
        Map<String, Object> schema)
        implements Shape<T> {

    @Override
    public Optional<T> read(YamlNode node, Reading reading) {
        return text(node, expected, type, reading)
                .flatMap(text -> {
                    if (SecretReference.isIn(text.value())) {
                        reading.problem(
                                text.at(),
                                "a secret reference cannot stand here",
                                "write the value itself");
                        return Optional.empty();
                    }
                    return reading.take(text, parser.apply(text.value()));
                });
    }

    /// The node as a text of the type; anything else is reported.
    static Optional<YamlNode.Text> text(
            YamlNode node, String expected, YamlNode.Type type, Reading reading) {
        if (node instanceof YamlNode.Text text && text.type() == type) {
            return Optional.of(text);
        }
        if (node instanceof YamlNode.Broken) {
            return Optional.empty();
        }
        String wayOut = "write " + expected;
        if (node instanceof YamlNode.Text text) {
            if (text.type() == YamlNode.Type.NOTHING) {
                reading.problem(node.at(), "nothing stands here", wayOut + ", or remove the key");
                return Optional.empty();
            }
            if (type == YamlNode.Type.TEXT) {
                wayOut += ", or put this in quotes if it is one";
            }
        }
        reading.problem(
                node.at(), "%s belongs here, this is %s".formatted(expected, node.kind()), wayOut);
        return Optional.empty();
    }

    @Override
    public Object print(YamlNode node) {
        String written = node instanceof YamlNode.Text text ? text.value() : "";
        return plain(written);
    }

    /// A text as the value that YAML and JSON have for it.
    Object plain(String written) {
        return switch (type) {
            case NUMBER -> Long.valueOf(written);
            case BOOLEAN -> Boolean.valueOf(written);
            case TEXT, NOTHING -> written;
        };
    }

    /// The same writing, with one more rule for the value.
    public Scalar<T> obeying(Function<T, Parsed<T>> rule) {
        return new Scalar<>(expected, type, text -> parser.apply(text).then(rule), schema);
    }

    /// The same writing for another value; a shape that is still in one piece.
    public <R> Scalar<R> as(Function<? super T, ? extends R> change) {
        return new Scalar<>(
                expected,
                type,
                text -> parser.apply(text).then(value -> Parsed.good(change.apply(value))),
                schema);
    }

    /// The same writing in a small language of its own, whose mistakes have a place in the text.
    public <R> Scalar<R> readBy(Function<? super T, ? extends Parsed<R>> language) {
        return new Scalar<>(expected, type, text -> parser.apply(text).then(language), schema);
    }

    /// The same writing, with more said about it to editors.
    public Scalar<T> described(String keyword, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(schema);
        more.put(keyword, value);
        return new Scalar<>(expected, type, parser, more);
    }
}
