package pikett.bot.view;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import pikett.adapters.host.ShellResult;
import pikett.adapters.reason.Reason;

/// What is known of a host at this moment.
public sealed interface HostState {
    /// It has not answered yet.
    record Asking() implements HostState {}

    /// It answered.
    ///
    /// @param uptime since it was started; empty where it does not tell
    /// @param load of the last minute
    /// @param memoryPercent how much of its memory is in use
    record Answered(Optional<Duration> uptime, OptionalDouble load, OptionalDouble memoryPercent)
            implements HostState {}

    /// It did not answer in time. That says nothing about its services.
    record Late(Duration after) implements HostState {}

    /// Pikett itself failed to read it; its log says why.
    record NotRead() implements HostState {}

    /// It cannot be reached.
    record Unreachable(Reason reason) implements HostState {}

    /// It is there, and we may or will not log in.
    record Refused(ShellResult.Refusal refusal) implements HostState {}
}
