package pikett.alerts.probe;

import java.util.Set;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Reason;
import pikett.alerts.reading.Reading;

/// What it means when no answer came, or none to the question.
final class Unanswered {
    /// Troubles of ours, or of the host through which we look. What we look at may be well.
    private static final Set<Cause> BETWEEN =
            Set.of(
                    Cause.HOST_NOT_REACHED,
                    Cause.THROUGH,
                    Cause.CONNECTION_LOST,
                    Cause.NO_FORWARDING,
                    Cause.CANCELLED,
                    Cause.GIVEN_UP,
                    Cause.STOPPING,
                    Cause.ERROR_INSIDE);

    private Unanswered() {}

    /// Failed, and why; or unknown, when that says nothing of what was looked at.
    static Reading of(Look look, Reason why) {
        return of(look, new Found(), why);
    }

    /// The same, with what is known all the same.
    static Reading of(Look look, Found found, Reason why) {
        return BETWEEN.contains(why.cause())
                ? look.unknown(why)
                : look.unanswered(found.flag("failed", true), why);
    }
}
