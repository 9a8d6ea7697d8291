package pikett.adapters.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// One reading of a supervised program. What its supervisor does not tell is empty.
///
/// @param state its true state
/// @param reason why the state is not up, for people; empty when it is
/// @param uptime since its last start
/// @param restarts how often it was started again since its supervisor knows it
/// @param cpuPercent of one core
/// @param memoryBytes resident
/// @param lastExit how its last instance ended, such as `exit 1` or `signal KILL (out of memory)`
/// @param instances how many instances share the name
/// @param readAt when it was read
public record ProcessReading(
        ProcessState state,
        Optional<String> reason,
        Optional<Duration> uptime,
        OptionalInt restarts,
        OptionalDouble cpuPercent,
        OptionalLong memoryBytes,
        Optional<String> lastExit,
        OptionalInt instances,
        Instant readAt) {}
