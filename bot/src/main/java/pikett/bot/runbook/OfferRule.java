package pikett.bot.runbook;

import java.time.Instant;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Subject;

/// Decides what a press on an offer's button does. Pure; what it says is done in the same transaction
/// that read the offer.
///
/// A refused press leaves the offer as it was. The requester counts as agreed where others must agree
/// too, and so can never be the second person. What was decided stays decided.
public final class OfferRule {
    private OfferRule() {}

    /// What was pressed.
    enum Answer {
        YES,
        NO
    }

    /// A press, and what is true at that moment.
    ///
    /// @param permitted whether the person may run the plan at all: role and services
    /// @param planNow the fingerprint of the same plan made from today's configuration
    record Press(
            Answer answer,
            String person,
            boolean permitted,
            Destination destination,
            Subject subject,
            String planNow,
            Instant at) {}

    /// What the press does.
    sealed interface Verdict {
        /// The last agreement that was needed: it runs.
        record Start() implements Verdict {}

        /// The person agreed; others must still.
        record Agreed(int missing) implements Verdict {}

        /// It will not run.
        record Cancelled() implements Verdict {}

        /// Nothing changes.
        record Refused(Refusal refusal) implements Verdict {}
    }

    /// Why a press changes nothing, the strongest reason first.
    public enum Refusal {
        /// The person may not run this.
        NOT_PERMITTED,
        /// The button was copied to another chat or message.
        OTHER_MESSAGE,
        /// It already became a run.
        TAKEN,
        /// Somebody already said no.
        CANCELLED,
        /// The time is over.
        EXPIRED,
        /// Only the person who asked may confirm.
        NOT_YOURS,
        /// The second person must be somebody else.
        NEEDS_ANOTHER_PERSON,
        /// This person has agreed before.
        ALREADY_AGREED,
        /// What would run is no longer what was shown.
        PLAN_CHANGED
    }

    static Verdict decide(Offer offer, Press press) {
        if (!press.permitted()) {
            return refused(Refusal.NOT_PERMITTED);
        }
        if (!offer.origin().isMessage(press.destination(), press.subject())) {
            return refused(Refusal.OTHER_MESSAGE);
        }
        return switch (offer.state()) {
            case TAKEN -> refused(Refusal.TAKEN);
            case CANCELLED -> refused(Refusal.CANCELLED);
            case OPEN ->
                    press.at().isBefore(offer.expiresAt())
                            ? open(offer, press)
                            : refused(Refusal.EXPIRED);
        };
    }

    private static Verdict open(Offer offer, Press press) {
        boolean own = offer.requester().equals(press.person());
        boolean alone = offer.plan().agreements() == 1;
        return switch (press.answer()) {
            case NO -> alone && !own ? refused(Refusal.NOT_YOURS) : new Verdict.Cancelled();
            case YES -> {
                if (alone && !own) {
                    yield refused(Refusal.NOT_YOURS);
                }
                if (!alone && own) {
                    yield refused(Refusal.NEEDS_ANOTHER_PERSON);
                }
                if (!alone && offer.agreed().contains(press.person())) {
                    yield refused(Refusal.ALREADY_AGREED);
                }
                if (!offer.fingerprint().equals(press.planNow())) {
                    yield refused(Refusal.PLAN_CHANGED);
                }
                yield alone || offer.missing() == 1
                        ? new Verdict.Start()
                        : new Verdict.Agreed(offer.missing() - 1);
            }
        };
    }

    private static Verdict refused(Refusal refusal) {
        return new Verdict.Refused(refusal);
    }
}
