package pikett.adapters.process;

import java.util.List;
import java.util.Map;
import pikett.adapters.host.BoundedSink;
import pikett.adapters.host.Output;
import pikett.adapters.host.ShellReason;
import pikett.adapters.host.ShellResult;
import pikett.adapters.reason.Reason;

/// The end of a service's log, stream by stream, so that a later look can tell what has come since.
public sealed interface LogTail {
    /// It was read.
    ///
    /// @param streams the last lines of each, oldest first, by its name, which stays the same as long as
    ///     the stream does. A last line that is not complete yet is not among them
    record Lines(Map<String, List<String>> streams) implements LogTail {
        public Lines {
            streams = Map.copyOf(streams);
        }
    }

    /// The host answered, and there is no log that could be read.
    record Unreadable(Reason reason) implements LogTail {}

    /// It could not be read; that says nothing about the log.
    record Unknown(Reason reason) implements LogTail {}

    /// What a command that prints the end of a log came to.
    static LogTail of(ShellResult result) {
        return switch (result) {
            case ShellResult.Done(int code, Output output, var _) when code == 0 ->
                    new Lines(
                            Map.of(
                                    "output", complete(output, output.standard()),
                                    "errors", complete(output, output.error())));
            case ShellResult.Done _, ShellResult.Killed _, ShellResult.FailedToStart _ ->
                    new Unreadable(ShellReason.of(result));
            case ShellResult.Unreachable _,
                    ShellResult.Refused _,
                    ShellResult.TimedOut _,
                    ShellResult.Unknown _ ->
                    new Unknown(ShellReason.of(result));
        };
    }

    private static List<String> complete(Output output, String text) {
        String end = output.droppedBytes() > 0 ? BoundedSink.behindGap(text) : text;
        return end.substring(0, end.lastIndexOf('\n') + 1).lines().toList();
    }
}
