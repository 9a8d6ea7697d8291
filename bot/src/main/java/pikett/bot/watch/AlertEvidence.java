package pikett.bot.watch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import pikett.adapters.process.ProcessReading;
import pikett.adapters.process.Supervisor;
import pikett.adapters.queue.Queue;
import pikett.adapters.queue.QueueReading;
import pikett.alerts.alert.Facts;
import pikett.alerts.condition.Fact;
import pikett.alerts.label.AlertName;
import pikett.alerts.rule.Because;
import pikett.alerts.rule.Evidence;
import pikett.bot.evidence.FoldedLine;
import pikett.bot.evidence.LogFold;
import pikett.bot.evidence.ProcessFacts;

/// What speaks for an alert: the values that decided, why, how a program ended, and the last errors.
/// Without secrets.
final class AlertEvidence {
    private static final int MOST_FAILURES = 3;

    private final Worded worded;
    private final UnaryOperator<String> redaction;

    AlertEvidence(Sights sights) {
        this.redaction = sights.redaction();
        this.worded = new Worded(redaction, sights.clock());
    }

    /// Of a host; where it cannot be reached, why.
    Evidence ofHost() {
        return (_, reading, because) ->
                facts(because, new ProcessFacts(worded.of(reading.why()), Map.of(), List.of()));
    }

    /// Of a program that does not run as it should.
    Evidence ofProcess(Supervisor supervisor) {
        return (_, _, because) -> {
            ProcessReading process = supervisor.read();
            return facts(
                    because,
                    new ProcessFacts(
                            worded.of(process.reason()),
                            worded.of(process.lastExit()),
                            errors(supervisor)));
        };
    }

    /// Of a program that answers badly, or not at all.
    Evidence ofHealth(Supervisor supervisor) {
        return (_, reading, because) ->
                facts(
                        because,
                        new ProcessFacts(worded.of(reading.why()), Map.of(), errors(supervisor)));
    }

    /// Of a queue; where jobs fail, why the latest did.
    Evidence ofQueue(Queue queue) {
        return (rule, _, because) -> {
            boolean failing =
                    AlertName.of(rule.labels()).equals(Optional.of(AlertName.QUEUE_FAILING));
            return facts(
                    because,
                    new ProcessFacts(Map.of(), Map.of(), failing ? failures(queue) : List.of()));
        };
    }

    /// Of anything else that answers badly, or not at all.
    Evidence ofAnswer() {
        return (_, reading, because) ->
                facts(because, new ProcessFacts(worded.of(reading.why()), Map.of(), List.of()));
    }

    private Facts facts(List<Fact> because, ProcessFacts more) {
        return Because.of(because).map(redaction).in(more.facts());
    }

    private List<FoldedLine> errors(Supervisor supervisor) {
        return new LogErrors(supervisor, redaction).read();
    }

    private List<FoldedLine> failures(Queue queue) {
        if (!(queue.read() instanceof QueueReading.Counts counts)) {
            return List.of();
        }
        List<String> reasons =
                counts.failures().stream()
                        .map(failure -> redaction.apply(failure.reason()))
                        .toList();
        return LogFold.fold(reasons).stream()
                .limit(MOST_FAILURES)
                .map(line -> new FoldedLine(LogErrors.cut(line.text()), line.times(), true))
                .toList();
    }
}
