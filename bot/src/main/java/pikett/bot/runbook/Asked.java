package pikett.bot.runbook;

import java.time.Instant;

/// What came of asking for a plan.
public sealed interface Asked {
    /// It is shown and waits for a yes.
    record Offered() implements Asked {}

    /// No yes was needed: it runs.
    record Started() implements Asked {}

    /// Somebody's run touches the same thing.
    record Busy(String person, Instant since) implements Asked {}

    /// The person may not run it.
    record NotPermitted() implements Asked {}
}
