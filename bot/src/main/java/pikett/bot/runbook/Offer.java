package pikett.bot.runbook;

import java.time.Instant;
import java.util.List;

/// A plan that waits for somebody's yes, on one message, for a time.
///
/// @param nonce unguessable; the button carries it
/// @param requester name of the person who asked for it
/// @param agreed names of the distinct persons who agreed so far, the requester among them
record Offer(
        String nonce,
        Plan plan,
        String fingerprint,
        String requester,
        List<String> agreed,
        Origin origin,
        State state,
        Instant expiresAt) {

    /// Where it stands; every change is a compare and set from [#OPEN].
    enum State {
        /// Waits for a yes.
        OPEN,
        /// Somebody's yes was the last one needed: it became a run.
        TAKEN,
        /// Somebody said no.
        CANCELLED
    }

    int missing() {
        return Math.max(0, plan.agreements() - agreed.size());
    }
}
