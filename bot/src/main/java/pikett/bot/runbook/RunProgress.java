package pikett.bot.runbook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How far a run is: what a card shows of it.
///
/// @param steps in order, each with its status
/// @param end empty while it runs
record RunProgress(Run run, List<Step> steps, Optional<End> end) {
    RunProgress {
        steps = List.copyOf(steps);
    }

    /// A step and where it stands.
    record Step(PlannedStep what, Status status) {}

    /// Where a step stands.
    sealed interface Status {
        /// Not started.
        record Waiting() implements Status {}

        /// Started.
        record Running(Instant since) implements Status {}

        /// Ended, well or not.
        record Ended(StepOutcome outcome, Duration took) implements Status {}

        /// Was running when Pikett was cut off.
        record CutOff() implements Status {}
    }

    /// The run is over.
    ///
    /// @param stoppedBy the person who pressed Stop
    record End(RunEnd how, Instant at, Optional<String> stoppedBy) {}

    /// Nothing has started.
    static RunProgress of(Run run) {
        return new RunProgress(
                run,
                run.plan().sequence().stream()
                        .map(step -> new Step(step, new Status.Waiting()))
                        .toList(),
                Optional.empty());
    }

    RunProgress with(int index, Status status) {
        List<Step> changed = new ArrayList<>(steps);
        changed.set(index, new Step(steps.get(index).what(), status));
        return new RunProgress(run, changed, end);
    }

    RunProgress ended(End how) {
        return new RunProgress(run, steps, Optional.of(how));
    }
}
