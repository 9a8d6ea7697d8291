package pikett.bot.runbook;

import pikett.adapters.host.ShellResult;

/// How a step ended.
public sealed interface StepOutcome {
    /// A command or a restart was run.
    record Ran(ShellResult result) implements StepOutcome {}

    /// A service was watched until it was healthy, or the time was over.
    record Watched(Verification verification) implements StepOutcome {}

    /// What the step names is not in the configuration any more.
    record Absent(String name) implements StepOutcome {}

    /// It was not started, because that it starts could not be written down first.
    record NotRecorded() implements StepOutcome {}

    /// Whether the next step may start.
    default boolean succeeded() {
        return switch (this) {
            case Ran(ShellResult.Done done) -> done.succeeded();
            case Ran _, Absent _, NotRecorded _ -> false;
            case Watched(Verification.Healthy _) -> true;
            case Watched _ -> false;
        };
    }

    /// Whether nobody can say if it was done.
    default boolean unknown() {
        return this instanceof Ran(ShellResult.Unknown _);
    }
}
