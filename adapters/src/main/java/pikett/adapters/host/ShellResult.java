package pikett.adapters.host;

import java.time.Duration;
import java.time.Instant;
import pikett.adapters.reason.Reason;

/// How running a command ended.
public sealed interface ShellResult {
    /// The program ran and ended with a status of its own.
    record Done(int exitCode, Output output, Duration took) implements ShellResult {
        /// Whether the program says that it succeeded.
        public boolean succeeded() {
            return exitCode == 0;
        }
    }

    /// The program ran and was ended by a signal, `KILL` for example.
    record Killed(String signal, Output output, Duration took) implements ShellResult {}

    /// The program could not be started: it does not exist, or may not be executed.
    record FailedToStart(Reason reason) implements ShellResult {}

    /// The time was over; the program was ended on the far side.
    record TimedOut(Duration after, Output output) implements ShellResult {}

    /// The host did not answer; nothing was started.
    record Unreachable(Reason reason) implements ShellResult {}

    /// The host answered and we will not or may not run anything there; nothing was started.
    record Refused(Refusal refusal) implements ShellResult {}

    /// The connection was lost after the start: it may have run, and must not be run again by itself.
    record Unknown(Reason reason, Output output) implements ShellResult {}

    /// Why nothing is run on a host that may well be alive.
    sealed interface Refusal {
        /// The host did not accept our login.
        ///
        /// @param failedLogins how many have failed in a row
        record LoginFailed(int failedLogins) implements Refusal {}

        /// Too many logins have failed, so none is tried until the instant, or until an admin lifts it.
        record LoginBlocked(Instant until) implements Refusal {}

        /// The host shows another key than the one that we were given.
        ///
        /// @param expected fingerprints that we accept, `SHA256:…`; empty when the host is not listed
        /// @param offered the fingerprint that the host showed
        record HostKeyMismatch(String expected, String offered) implements Refusal {}

        /// What we would need to log in is missing or unusable: a key file that cannot be read.
        record Misconfigured(Reason reason) implements Refusal {}
    }
}
