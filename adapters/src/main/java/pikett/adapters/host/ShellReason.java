package pikett.adapters.host;

import static pikett.adapters.reason.Detail.inner;
import static pikett.adapters.reason.Detail.moment;
import static pikett.adapters.reason.Detail.number;
import static pikett.adapters.reason.Detail.span;
import static pikett.adapters.reason.Detail.text;

import pikett.adapters.host.ShellResult.Refusal;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;

/// The one place that says of every end of a command what it comes to.
public final class ShellReason {
    private ShellReason() {}

    /// What the end comes to.
    public static Reason of(ShellResult result) {
        return switch (result) {
            case ShellResult.Done(int code, _, _) -> Reason.of(Cause.EXIT, number(code));
            case ShellResult.Killed(String signal, _, _) ->
                    Reason.of(Cause.ENDED_BY_SIGNAL, text(signal));
            case ShellResult.FailedToStart(Reason reason) ->
                    Reason.of(Cause.NOT_STARTED, inner(reason));
            case ShellResult.TimedOut(var after, _) -> Reason.of(Cause.TOOK_TOO_LONG, span(after));
            case ShellResult.Unreachable(Reason reason) -> reason;
            case ShellResult.Unknown(Reason reason, _) -> reason;
            case ShellResult.Refused(Refusal refusal) -> of(refusal);
        };
    }

    /// Why nothing is run there.
    public static Reason of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.LoginFailed(int failed) ->
                    Reason.of(Cause.LOGIN_FAILED, Detail.count(failed));
            case Refusal.LoginBlocked(var until) -> Reason.of(Cause.LOGIN_BLOCKED, moment(until));
            case Refusal.HostKeyMismatch(String expected, String offered) ->
                    expected.isBlank()
                            ? Reason.of(Cause.HOST_KEY_MISSING, text(offered))
                            : Reason.of(Cause.HOST_KEY_CHANGED, text(expected), text(offered));
            case Refusal.Misconfigured(Reason reason) -> reason;
        };
    }
}
