package pikett.adapters.process;

import static pikett.adapters.reason.Detail.inner;
import static pikett.adapters.reason.Detail.number;
import static pikett.adapters.reason.Detail.span;
import static pikett.adapters.reason.Detail.text;

import java.util.Optional;
import pikett.adapters.host.Output;
import pikett.adapters.host.ShellReason;
import pikett.adapters.host.ShellResult;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Reason;

/// Why asking a tool does not answer a question about a program. None of it says that the program is
/// down.
final class ToolTrouble {
    private ToolTrouble() {}

    /// Empty when the tool ran to its end, whatever its exit code.
    static Optional<Reason> of(String tool, ShellResult result) {
        return switch (result) {
            case ShellResult.Done _ -> Optional.empty();
            case ShellResult.Killed(String signal, _, _) ->
                    Optional.of(Reason.of(Cause.TOOL_ENDED_BY_SIGNAL, text(tool), text(signal)));
            case ShellResult.FailedToStart(Reason reason) ->
                    Optional.of(Reason.of(Cause.TOOL_NOT_STARTED, text(tool), inner(reason)));
            case ShellResult.TimedOut(var after, _) ->
                    Optional.of(Reason.of(Cause.TOOL_SILENT, text(tool), span(after)));
            case ShellResult.Unreachable _, ShellResult.Refused _, ShellResult.Unknown _ ->
                    Optional.of(ShellReason.of(result));
        };
    }

    /// What an unsuccessful end of a tool amounts to: its exit code and its first words.
    static Reason exit(String tool, ShellResult.Done done) {
        return exit(tool, done.exitCode()).said(said(done.output()));
    }

    static Reason exit(String tool, int code) {
        return Reason.of(Cause.TOOL_EXIT, text(tool), number(code));
    }

    /// The first line of the error stream, else of the other one.
    private static String said(Output output) {
        String error = Spoken.firstLine(output.error());
        return error.isEmpty() ? Spoken.firstLine(output.standard()) : error;
    }
}
