package pikett.config.shape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import pikett.config.Secret;

/// A value that must not be shown: written out, or as a reference to where it lies.
///
/// @param expected what belongs here
/// @param pattern what a value that is written out matches, for editors
/// @param check whether the value can be used; what it says must not contain the value
/// @param hidden the parts of the value that must not be shown
public record SecretText(
        String expected,
        String pattern,
        Function<String, Parsed<String>> check,
        Function<String, List<String>> hidden)
        implements Shape<Secret> {
    private static final String REFERENCE =
            "\\$\\{(env:[A-Za-z_][A-Za-z0-9_]*|file:/[^{}]*|credential:[A-Za-z0-9_][A-Za-z0-9_.-]*)\\}";

    /// The same writing, with one more rule for the value; what it says must not contain the value.
    public SecretText obeying(Function<String, Parsed<String>> rule) {
        return new SecretText(expected, pattern, text -> check.apply(text).then(rule), hidden);
    }

    @Override
    public Optional<Secret> read(YamlNode node, Reading reading) {
        return Scalar.text(node, expected, YamlNode.Type.TEXT, reading)
                .flatMap(text -> reading.take(text, value(text.value(), reading)))
                .map(Secret::new);
    }

    private Parsed<String> value(String written, Reading reading) {
        Parsed<String> found =
                SecretReference.isIn(written) || SecretReference.is(written)
                        ? SecretReference.resolve(written, reading.surroundings())
                        : SecretReference.usable(written, "this value");
        return found.then(value -> {
            reading.secret(hidden.apply(value));
            return check.apply(value);
        });
    }

    @Override
    public Object print(YamlNode node) {
        String written = node instanceof YamlNode.Text text ? text.value() : "";
        if (SecretReference.is(written)) {
            return written;
        }
        String shown = written;
        for (String part : hidden.apply(written)) {
            shown = shown.replace(part, new Secret(part).toString());
        }
        return shown;
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "string");
        schema.put("pattern", "^(%s|%s)$".formatted(REFERENCE, pattern));
        return schema;
    }
}
