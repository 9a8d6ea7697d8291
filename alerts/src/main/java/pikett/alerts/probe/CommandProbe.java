package pikett.alerts.probe;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import pikett.adapters.host.Command;
import pikett.adapters.host.Output;
import pikett.adapters.host.Shell;
import pikett.adapters.host.ShellReason;
import pikett.adapters.host.ShellResult;
import pikett.alerts.reading.Reading;
import pikett.config.condition.Name;

/// Runs a program and takes what it says.
///
/// It has *failed* when it could not be started, was ended by a signal, or took longer than it was given;
/// then it has no status, and its latency is how long it ran. Safe for use by many threads.
public final class CommandProbe implements Probe {
    /// How many bytes of what it prints are kept, head and tail.
    static final int MOST_OUTPUT = 64 * 1024;

    private final Shell shell;
    private final List<String> arguments;
    private final Duration timeout;
    private final InstantSource clock;

    /// @param shell that of the host where it runs
    /// @param arguments the program and its arguments
    /// @param timeout how long it may run. A look should be given some seconds more: a program that is
    ///     ended because the look is over has not failed, it is unknown
    public CommandProbe(
            Shell shell, List<String> arguments, Duration timeout, InstantSource clock) {
        this.shell = shell;
        this.arguments = List.copyOf(arguments);
        this.timeout = timeout;
        this.clock = clock;
    }

    @Override
    public Reading read(Instant deadline) {
        Look look = Look.begin(deadline, clock);
        Duration left = look.left();
        boolean whole = left.compareTo(timeout) >= 0;
        ShellResult result = shell.run(new Command(arguments, whole ? timeout : left, MOST_OUTPUT));
        return switch (result) {
            case ShellResult.Done(int exit, Output output, Duration took) ->
                    look.known(
                            new Found()
                                    .number(Name.of("exit"), exit)
                                    .text("stdout", withoutLastBreak(output.standard()))
                                    .time("latency", took)
                                    .flag("failed", false));
            case ShellResult.FailedToStart _ -> look.known(new Found().flag("failed", true));
            case ShellResult.Killed(var _, var _, Duration took) -> look.known(broken(took));
            case ShellResult.TimedOut(Duration after, var _) ->
                    whole && !Thread.currentThread().isInterrupted()
                            ? look.known(broken(after))
                            : look.unknown(ShellReason.of(result));
            case ShellResult.Unreachable _, ShellResult.Refused _, ShellResult.Unknown _ ->
                    look.unknown(ShellReason.of(result));
        };
    }

    private static Found broken(Duration took) {
        return new Found().time("latency", took).flag("failed", true);
    }

    /// As `$(…)` of a shell takes it.
    private static String withoutLastBreak(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        return text.substring(0, end);
    }
}
