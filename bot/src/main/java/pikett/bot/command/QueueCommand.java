package pikett.bot.command;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import pikett.adapters.queue.QueueReading;
import pikett.adapters.reason.Reason;
import pikett.bot.language.Phrase;
import pikett.bot.view.QueueCard;
import pikett.bot.view.QueueFacts;
import pikett.config.Role;

/// Shows a queue, and how it changed since somebody looked last.
public final class QueueCommand implements ChatCommand {
    private final Supplier<Targets> targets;
    private final QueuePast past;
    private final UnaryOperator<String> redaction;
    private final InstantSource clock;

    /// What was seen last, by queue; forgotten when Pikett ends.
    private final ConcurrentMap<String, QueueReading.Counts> lastSeen = new ConcurrentHashMap<>();

    /// @param redaction takes secrets out of why a job failed
    public QueueCommand(
            Supplier<Targets> targets,
            QueuePast past,
            UnaryOperator<String> redaction,
            InstantSource clock) {
        this.targets = targets;
        this.past = past;
        this.redaction = redaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "queue";
    }

    @Override
    public Role leastRole() {
        return Role.VIEWER;
    }

    @Override
    public Optional<Phrase> summary() {
        return Optional.of(CommandPhrase.QUEUE);
    }

    @Override
    public void answer(Request request, Answer answer) {
        List<Targets.QueueTarget> queues = targets.get().queues();
        Asked.target(request, answer, name(), queues, Targets.QueueTarget::name)
                .ifPresent(queue -> show(request, answer, queue));
    }

    private void show(Request request, Answer answer, Targets.QueueTarget target) {
        QueueReading reading = redacted(target.queue().read());
        Optional<QueueReading.Counts> before =
                reading instanceof QueueReading.Counts counts
                        ? Optional.ofNullable(lastSeen.put(target.name(), counts))
                        : Optional.empty();
        Instant now = clock.instant();
        answer.show(
                QueueCard.of(
                        Asked.viewer(request, now),
                        new QueueFacts(
                                target.name(), reading, before, past.of(target.name(), now))));
    }

    private QueueReading redacted(QueueReading reading) {
        return switch (reading) {
            case QueueReading.Unreadable(Reason reason, var readAt) ->
                    new QueueReading.Unreadable(reason.map(redaction), readAt);
            case QueueReading.Counts counts ->
                    new QueueReading.Counts(
                            counts.waiting(),
                            counts.active(),
                            counts.delayed(),
                            counts.prioritized(),
                            counts.failed(),
                            counts.completed(),
                            counts.workers(),
                            counts.paused(),
                            counts.oldestWaiting(),
                            counts.failures().stream().map(this::redacted).toList(),
                            counts.readAt());
        };
    }

    private QueueReading.Failure redacted(QueueReading.Failure failure) {
        return new QueueReading.Failure(
                failure.jobId(),
                redaction.apply(failure.reason()),
                failure.attempts(),
                failure.failedAt());
    }
}
