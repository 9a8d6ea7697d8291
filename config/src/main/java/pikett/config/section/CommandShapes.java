package pikett.config.section;

import java.util.List;
import java.util.regex.Pattern;
import pikett.config.shape.Key;
import pikett.config.shape.Listed;
import pikett.config.shape.Parsed;
import pikett.config.shape.Scalar;
import pikett.config.shape.Scalars;
import pikett.config.shape.Shape;

/// Commands as argument vectors.
final class CommandShapes {
    static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-z0-9_-]*)\\}");
    private static final int LONGEST_NAME = 200;

    private CommandShapes() {}

    /// A command in which nothing is filled in.
    static Key<List<String>> vector(String name, String meaning) {
        return Key.required(name, new Listed<>(argument(), 1), meaning);
    }

    /// A command in which `{lines}` is filled in.
    static Key<List<String>> logs(String name, String meaning) {
        Shape<String> argument = argument().obeying(CommandShapes::onlyLines);
        return Key.required(name, new Listed<>(argument, 1), meaning)
                .example(List.of("tail", "-n", "{lines}", "/var/log/legacy.log"));
    }

    /// One argument, passed on unchanged.
    static Scalar<String> argument() {
        return Scalars.text("an argument, as a text");
    }

    /// A name that is passed to a program as an argument.
    static Scalar<String> word(String expected, String pattern) {
        return Scalars.matching(expected, pattern)
                .obeying(text ->
                        text.length() > LONGEST_NAME
                                ? Parsed.bad("this name is too long", "write " + expected)
                                : Parsed.good(text));
    }

    private static Parsed<String> onlyLines(String argument) {
        boolean fits =
                PLACEHOLDER.matcher(argument).results().allMatch(_ -> argument.equals("{lines}"));
        return fits
                ? Parsed.good(argument)
                : Parsed.bad(
                        "only {lines} is filled in here, and only as a whole argument",
                        "write '{lines}' as an argument of its own");
    }
}
