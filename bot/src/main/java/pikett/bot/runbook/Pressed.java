package pikett.bot.runbook;

import java.time.Instant;

/// What came of a press; the person is told in a line.
public sealed interface Pressed {
    /// It runs now.
    record Started() implements Pressed {}

    /// The person's agreement is counted; others are missing.
    record Agreed(int missing) implements Pressed {}

    /// It will not run.
    record Cancelled() implements Pressed {}

    /// The run was told to stop.
    record Stopping() implements Pressed {}

    /// Nothing happened.
    record Refused(OfferRule.Refusal refusal) implements Pressed {}

    /// Somebody's run touches the same thing.
    record Busy(String person, Instant since) implements Pressed {}

    /// Nobody knows that button (any more), or the run is over.
    record Gone() implements Pressed {}
}
