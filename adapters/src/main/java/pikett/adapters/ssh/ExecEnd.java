package pikett.adapters.ssh;

import static pikett.adapters.reason.Detail.number;
import static pikett.adapters.reason.Detail.text;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import pikett.adapters.host.Launcher;
import pikett.adapters.host.Output;
import pikett.adapters.host.ShellResult;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Reason;

/// What is known when a command's channel has closed, and what it means.
///
/// @param status as the host sent it, or [#NO_STATUS]
/// @param signal if the host said that one ended the program
/// @param took since before the command was handed over
record ExecEnd(
        int status, @Nullable String signal, Duration took, FramedSink standard, FramedSink error) {
    /// JSch's value for: none yet, ended by a signal, or connection lost.
    static final int NO_STATUS = -1;

    /// The status of `timeout` when it has ended the program.
    private static final int TIMEOUT_STATUS = 124;

    /// Two clocks are compared; they may drift apart by this part of the time.
    private static final int DRIFT = 500;

    ShellResult result(SshTarget target, Duration allowed, Duration asked) {
        Output output = output(standard, error);
        if (signal != null) {
            return ended(allowed) && (signal.equals("KILL") || signal.equals("TERM"))
                    ? new ShellResult.TimedOut(asked, output)
                    : new ShellResult.Killed(signal.replace("@openssh.com", ""), output, took);
        }
        if (status == NO_STATUS) {
            return new ShellResult.Unknown(
                    Reason.of(Cause.END_NOT_EXPLAINED, text(target.place())), output);
        }
        if (!standard.started()) {
            return new ShellResult.FailedToStart(notStarted());
        }
        if (status == TIMEOUT_STATUS && ended(allowed)) {
            return new ShellResult.TimedOut(asked, output);
        }
        return Launcher.failure(status, output)
                .<ShellResult>map(ShellResult.FailedToStart::new)
                .orElseGet(() -> new ShellResult.Done(status, output, took));
    }

    static Output output(FramedSink standard, FramedSink error) {
        return new Output(
                standard.kept().text(),
                error.kept().text(),
                standard.kept().dropped() + error.kept().dropped());
    }

    /// Whether `timeout` may have ended the program. `took` begins before its time does, so a program
    /// that ends with 124 of its own within the time is told apart by this alone.
    private boolean ended(Duration allowed) {
        return took.compareTo(allowed.minus(allowed.dividedBy(DRIFT))) >= 0;
    }

    private Reason notStarted() {
        String said = (standard.noise() + " " + error.noise()).strip();
        return Reason.of(Cause.SHELL_ENDED_EARLY, number(status)).said(said);
    }
}
