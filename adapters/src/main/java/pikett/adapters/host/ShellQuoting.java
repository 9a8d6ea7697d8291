package pikett.adapters.host;

import java.util.List;
import java.util.stream.Collectors;

/// The one place that writes an argument vector as a line for a shell.
///
/// Every argument stands in single quotes, where a POSIX shell finds nothing to expand. A quote and a
/// backslash are written outside of them, each behind a backslash: that means the same in every POSIX
/// shell, and in fish too, which unlike them reads backslashes inside single quotes.
public final class ShellQuoting {
    private ShellQuoting() {}

    /// A line that runs exactly these arguments.
    ///
    /// @throws IllegalArgumentException for an argument that no program can be given
    public static String line(List<String> arguments) {
        return arguments.stream().map(ShellQuoting::quote).collect(Collectors.joining(" "));
    }

    private static String quote(String argument) {
        requirePassable(argument);
        StringBuilder quoted = new StringBuilder(argument.length() + 2).append('\'');
        for (int i = 0; i < argument.length(); i++) {
            char c = argument.charAt(i);
            if (c == '\'' || c == '\\') {
                quoted.append("'\\").append(c).append('\'');
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('\'').toString();
    }

    /// Refuses what cannot reach a program unchanged: NUL ends an argument, and half a surrogate pair
    /// has no bytes.
    static void requirePassable(String argument) {
        if (argument.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("an argument cannot contain NUL");
        }
        if (argument.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            throw new IllegalArgumentException(
                    "an argument cannot contain half of a surrogate pair");
        }
    }
}
