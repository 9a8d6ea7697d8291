package pikett.alerts.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;
import pikett.alerts.alert.Alert;
import pikett.alerts.incident.IncidentLedger;
import pikett.alerts.incident.MessageKind;
import pikett.alerts.mute.Silence;
import pikett.alerts.outbox.Outbox;
import pikett.alerts.outbox.Subject;
import pikett.alerts.outbox.Urgency;

/// Warns before a silence ends that still hides something, and ends one that has nothing left to hide. Safe for
/// use by many threads.
final class SilenceWatch {
    private static final Duration WARN_BEFORE = Duration.ofMinutes(15);
    private static final Duration NOTHING_FOR = Duration.ofMinutes(15);
    private static final Duration NOTE_EVERY = Duration.ofMinutes(1);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    private final AtomicReference<Instant> last = new AtomicReference<>(Instant.EPOCH);
    private final SilenceTable silences = new SilenceTable();
    private final IncidentLedger ledger;
    private final Outbox outbox;

    SilenceWatch(IncidentLedger ledger, Outbox outbox) {
        this.ledger = ledger;
        this.outbox = outbox;
    }

    /// What is to be done about a silence now.
    enum Step {
        NOTHING,
        NOTE_MATCH,
        WARN,
        END
    }

    /// @param hides whether it hides something at the moment
    static Step step(Silence silence, boolean hides, Instant now) {
        if (!hides) {
            boolean over =
                    silence.matchedAt()
                            .filter(last -> !now.isBefore(last.plus(NOTHING_FOR)))
                            .isPresent();
            return over ? Step.END : Step.NOTHING;
        }
        if (!silence.warned() && !now.isBefore(warnAt(silence))) {
            return Step.WARN;
        }
        boolean noted =
                silence.matchedAt().filter(last -> now.isBefore(last.plus(NOTE_EVERY))).isPresent();
        return noted ? Step.NOTHING : Step.NOTE_MATCH;
    }

    /// A short one is warned of in its last quarter.
    private static Instant warnAt(Silence silence) {
        Duration quarter = Duration.between(silence.from(), silence.until()).dividedBy(4);
        Duration before = quarter.compareTo(WARN_BEFORE) < 0 ? quarter : WARN_BEFORE;
        return silence.until().minus(before);
    }

    boolean hasWork(Handle transaction, Instant now) {
        List<Silence> active =
                silences.active(transaction, now).stream()
                        .filter(silence -> step(silence, true, now) != Step.NOTHING)
                        .toList();
        if (active.isEmpty() || !isTime(now)) {
            return false;
        }
        List<Alert> firing = ledger.firing(transaction);
        return active.stream()
                .anyMatch(silence -> step(silence, hides(silence, firing), now) != Step.NOTHING);
    }

    /// To read every alert that fires is dear, and what a silence hides is noted when an incident is
    /// looked at, too: so this can wait for a few seconds.
    private boolean isTime(Instant now) {
        Instant before = last.get();
        if (!now.isBefore(before) && now.isBefore(before.plus(LOOK_EVERY))) {
            return false;
        }
        last.set(now);
        return true;
    }

    void look(Handle transaction, Instant now) {
        List<Alert> firing = ledger.firing(transaction);
        for (Silence silence : silences.active(transaction, now)) {
            switch (step(silence, hides(silence, firing), now)) {
                case NOTHING -> {}
                case NOTE_MATCH -> silences.matched(transaction, silence.id(), now);
                case WARN -> {
                    silences.matched(transaction, silence.id(), now);
                    silences.warned(transaction, silence.id());
                    say(transaction, silence, "ENDS_SOON");
                }
                case END -> {
                    Silence.End end = new Silence.End(now, Silence.Why.NOTHING_LEFT, "");
                    silences.end(transaction, silence.id(), end);
                    say(transaction, silence, "ENDED");
                }
            }
        }
    }

    private static boolean hides(Silence silence, List<Alert> firing) {
        return firing.stream().anyMatch(alert -> silence.matchers().match(alert.matchable()));
    }

    private void say(Handle transaction, Silence silence, String what) {
        long id = silence.id().value();
        silence.madeAt()
                .ifPresent(to ->
                        outbox.post(
                                transaction,
                                to,
                                new Subject("silence:%d:%s".formatted(id, what)),
                                MessageKind.SILENCE.content(
                                        "{\"id\":%d,\"what\":\"%s\"}".formatted(id, what)),
                                Urgency.NORMAL,
                                true));
    }
}
