package pikett.adapters.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import pikett.adapters.reason.Reason;

/// One reading of a supervised program. What its supervisor does not tell is empty.
///
/// @param state its true state
/// @param reason what is to be known about the state; always there when it is unknown
/// @param uptime since its last start
/// @param restarts how often it was started again since its supervisor knows it
/// @param restartsLately how many of those fell into the last ten minutes, as far as they were watched;
///     empty on a first reading that cannot tell; counted anew after a restart through [Supervisor]
/// @param cpuPercent of one core
/// @param memoryBytes resident
/// @param lastExit how its last instance ended, such as `exit 1` or `signal KILL (out of memory)`
/// @param instances how many instances share the name
/// @param readAt when it was read
public record ProcessReading(
        ProcessState state,
        Optional<Reason> reason,
        Optional<Duration> uptime,
        OptionalInt restarts,
        OptionalInt restartsLately,
        OptionalDouble cpuPercent,
        OptionalLong memoryBytes,
        Optional<Reason> lastExit,
        OptionalInt instances,
        Instant readAt) {

    /// A reading that tells nothing but why.
    public static ProcessReading unknown(Reason reason, Instant readAt) {
        return new ProcessReading(
                ProcessState.UNKNOWN,
                Optional.of(reason),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                readAt);
    }
}
