package pikett.adapters.process;

import java.util.Optional;
import pikett.adapters.host.Output;
import pikett.adapters.host.ShellResult;
import pikett.adapters.host.ShellResult.Refusal;

/// Why a shell result does not answer a question about a program. None of it says that the program is
/// down.
final class ShellTrouble {
    private ShellTrouble() {}

    /// The reason for people; empty when the program ran to its end, whatever its exit code.
    static Optional<String> of(String tool, ShellResult result) {
        return switch (result) {
            case ShellResult.Done _ -> Optional.empty();
            case ShellResult.Killed killed ->
                    Optional.of(tool + " was ended by signal " + killed.signal());
            case ShellResult.FailedToStart failed ->
                    Optional.of(tool + " could not be started: " + failed.reason());
            case ShellResult.TimedOut over ->
                    Optional.of(tool + " gave no answer within " + Spoken.duration(over.after()));
            case ShellResult.Unreachable gone -> Optional.of(gone.reason());
            case ShellResult.Refused refused -> Optional.of(refusal(refused.refusal()));
            case ShellResult.Unknown lost -> Optional.of(lost.reason());
        };
    }

    /// What an unsuccessful end of a tool amounts to: its exit code and its first words.
    static String exit(String tool, ShellResult.Done done) {
        String said = said(done.output());
        return tool + " ended with exit " + done.exitCode() + (said.isEmpty() ? "" : ": " + said);
    }

    /// The first line of the error stream, else of the other one.
    static String said(Output output) {
        String error = Spoken.firstLine(output.error());
        return error.isEmpty() ? Spoken.firstLine(output.standard()) : error;
    }

    private static String refusal(Refusal refusal) {
        return switch (refusal) {
            case Refusal.LoginFailed login ->
                    "the host did not accept our login ("
                            + Spoken.count(login.failedLogins(), "failed login")
                            + " in a row)";
            case Refusal.LoginBlocked blocked ->
                    "no login is tried until " + blocked.until() + ", because too many failed";
            case Refusal.HostKeyMismatch key ->
                    "the host shows another key: expected "
                            + (key.expected().isEmpty()
                                    ? "none (it is not listed)"
                                    : key.expected())
                            + ", got "
                            + key.offered();
            case Refusal.Misconfigured wrong -> wrong.reason();
        };
    }
}
