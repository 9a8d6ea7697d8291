package pikett.adapters.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// One instance of a program under PM2, without its environment.
///
/// @param id PM2's own number of it, never used twice by one PM2 daemon
/// @param status PM2's word for its state
/// @param startedAt its last start; PM2 keeps it when the instance has ended
/// @param seriesSince when a person or a script last started it; a crash leaves it as it is
/// @param quickEnds PM2's `unstable_restarts`
/// @param killTimeout how long PM2 waits for it to end
record Pm2Process(
        long id,
        String name,
        String status,
        Optional<Instant> startedAt,
        Optional<Instant> seriesSince,
        OptionalInt restarts,
        int quickEnds,
        OptionalInt exitCode,
        Duration killTimeout,
        OptionalDouble cpuPercent,
        OptionalLong memoryBytes,
        Optional<String> outLog,
        Optional<String> errorLog) {

    /// A start that was asked for takes at most so long beside the time to end the instance before it.
    private static final Duration START_SLACK = Duration.ofSeconds(5);

    boolean isOnline() {
        return status.equals("online");
    }

    /// Whether the present instance follows one that ended without being asked to: a start that was asked
    /// for begins a new series at the same moment.
    boolean endedByItself() {
        if (quickEnds > 0) {
            return true;
        }
        if (startedAt.isEmpty() || seriesSince.isEmpty()) {
            return false;
        }
        Instant latestAskedStart = seriesSince.get().plus(killTimeout).plus(START_SLACK);
        return startedAt.get().isAfter(latestAskedStart);
    }
}
