package pikett.bot.runbook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import pikett.adapters.process.ProcessReading;
import pikett.adapters.reason.Reason;

/// What was seen of a service after it was touched.
public sealed interface Verification {
    /// Healthy, and not restarted again while it was watched on.
    ///
    /// @param after from the start of the watch to the first healthy look
    record Healthy(Duration after, ProcessReading reading) implements Verification {}

    /// It ends and is started again.
    ///
    /// @param restarts how many new ones were seen
    /// @param lastLines of its log
    record Looping(int restarts, ProcessReading reading, List<String> lastLines)
            implements Verification {}

    /// The time was over before it was healthy.
    ///
    /// @param reason what was wrong at the last look; empty when the process itself was not up
    record NotHealthy(
            Duration within,
            ProcessReading reading,
            Optional<Reason> reason,
            List<String> lastLines)
            implements Verification {}
}
