package pikett.adapters.host;

import java.time.Duration;
import java.util.List;

/// An argument vector to run on a host: never a shell line, never text pasted into one.
///
/// @param arguments the program and its arguments, each passed on unchanged
/// @param timeout after which the program is ended on the far side too
/// @param outputLimit how many bytes of each stream are kept: the head and the tail, with what is between
///     counted
public record Command(List<String> arguments, Duration timeout, int outputLimit) {
    /// What is kept of a stream unless said otherwise.
    public static final int DEFAULT_OUTPUT_LIMIT = 256 * 1024;

    public Command {
        arguments = List.copyOf(arguments);
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("a command needs a program");
        }
        arguments.forEach(ShellQuoting::requirePassable);
        if (!timeout.isPositive() || outputLimit < 0) {
            throw new IllegalArgumentException("a command needs a positive timeout and limit");
        }
    }

    /// A command with the usual output limit.
    public static Command of(Duration timeout, String... arguments) {
        return new Command(List.of(arguments), timeout, DEFAULT_OUTPUT_LIMIT);
    }

    /// A command with the usual output limit.
    public static Command of(Duration timeout, List<String> arguments) {
        return new Command(arguments, timeout, DEFAULT_OUTPUT_LIMIT);
    }
}
