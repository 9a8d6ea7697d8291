package pikett.adapters.ssh;

import pikett.adapters.host.Deadline;
import pikett.adapters.host.ShellResult;
import pikett.adapters.host.ShellResult.Refusal;

/// Outcomes as one line for logs and exceptions; a chat renders the typed outcome itself.
final class Reasons {
    private Reasons() {}

    static String of(ShellResult result) {
        return switch (result) {
            case ShellResult.Done(int exitCode, _, _) -> "ended with " + exitCode;
            case ShellResult.Killed(String signal, _, _) -> "ended by " + signal;
            case ShellResult.FailedToStart(String reason) -> reason;
            case ShellResult.TimedOut(var after, _) -> "not done within " + Deadline.show(after);
            case ShellResult.Unreachable(String reason) -> reason;
            case ShellResult.Unknown(String reason, _) -> reason;
            case ShellResult.Refused(Refusal refusal) -> of(refusal);
        };
    }

    private static String of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.LoginFailed(int failed) ->
                    "the login was not accepted (%d in a row)".formatted(failed);
            case Refusal.LoginBlocked(var until) ->
                    "no login is tried until %s, after two have failed".formatted(until);
            case Refusal.HostKeyMismatch(String expected, String offered) ->
                    expected.isEmpty()
                            ? "the host key %s is not listed".formatted(offered)
                            : "the host key is %s, expected %s".formatted(offered, expected);
            case Refusal.Misconfigured(String reason) -> reason;
        };
    }
}
