package pikett.adapters.process;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import pikett.adapters.reason.Reason;

/// What a supervisor says about a program at one moment, before it is judged.
///
/// @param claim the state as the supervisor sees it: never LOOPING, which takes memory, except where a
///     program's own status command says so
/// @param reason what the supervisor adds to the claim
/// @param quickEnds how often it ended right after its start in the present series
/// @param endedByItself whether its last instance ended without anybody asking for it
/// @param deliberateStart as in [RestartHistory.Sample]
record Observation(
        ProcessState claim,
        Optional<Reason> reason,
        Optional<Duration> uptime,
        OptionalInt restarts,
        int quickEnds,
        boolean endedByItself,
        OptionalLong deliberateStart,
        OptionalDouble cpuPercent,
        OptionalLong memoryBytes,
        Optional<Reason> lastExit,
        OptionalInt instances) {}
