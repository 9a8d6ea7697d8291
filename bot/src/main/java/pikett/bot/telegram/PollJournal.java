package pikett.bot.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.bot.telegram.PollHealth.State;

/// What happened to the polls, and what that means.
///
/// Safe for use by many threads.
final class PollJournal {
    private static final Logger LOG = LoggerFactory.getLogger(PollJournal.class);

    /// Two pollers take turns in succeeding, so one success does not end a conflict.
    private static final Duration CONFLICT_FADES = Duration.ofSeconds(90);

    private static final Duration CONFLICT_ALARMS = Duration.ofMinutes(3);

    private final InstantSource clock;
    private State state = State.STARTING;
    private Instant since;
    private String detail = "";
    private @Nullable Instant lastSuccess;
    private @Nullable Instant conflictSince;
    private @Nullable Instant lastConflict;
    private Instant lastUpdate;
    private Instant aliveUntil;
    private PollFailure lastFailure = new PollFailure.Unreachable("not tried yet");
    private int failuresInARow;
    private long answered;
    private long failed;

    PollJournal(InstantSource clock) {
        this.clock = clock;
        this.since = clock.instant();
        this.lastUpdate = since;
        this.aliveUntil = since;
    }

    /// Notes that the loop is alive, and expects to be silent for so long.
    synchronized void alive(Duration silence) {
        Instant until = clock.instant().plus(silence);
        if (until.isAfter(aliveUntil)) {
            aliveUntil = until;
        }
    }

    /// Notes a poll that was answered as it should.
    synchronized void succeeded(boolean broughtUpdates) {
        Instant now = clock.instant();
        lastSuccess = now;
        answered++;
        failuresInARow = 0;
        if (broughtUpdates) {
            lastUpdate = now;
        }
        if (!inConflict(now)) {
            conflictSince = null;
            enter(State.POLLING, "");
        }
    }

    /// Notes a poll that failed.
    ///
    /// @return how many have failed in a row
    synchronized int failed(PollFailure failure) {
        Instant now = clock.instant();
        lastFailure = failure;
        failuresInARow++;
        failed++;
        State next =
                switch (failure) {
                    case PollFailure.TokenRefused _ -> State.TOKEN_REFUSED;
                    case PollFailure.Conflict _ -> conflict(now);
                    case PollFailure.TooMany _, PollFailure.Unreachable _ ->
                            inConflict(now) ? State.ANOTHER_INSTANCE : State.UNREACHABLE;
                };
        enter(next, failure.reason());
        return failuresInARow;
    }

    /// How the polls since the start ended.
    synchronized PollCounts counts() {
        return new PollCounts(answered, failed);
    }

    /// Whether the last poll failed.
    synchronized boolean failing() {
        return failuresInARow > 0;
    }

    /// Notes that what arrived cannot be kept at the moment.
    synchronized void storeAway(String reason) {
        enter(State.STORE_AWAY, reason);
    }

    /// Notes that what arrived is kept.
    synchronized void stored() {
        if (state == State.STORE_AWAY) {
            enter(State.POLLING, "");
        }
    }

    synchronized void stopped() {
        enter(State.STOPPED, "");
    }

    /// How long to wait after the last failure.
    synchronized Duration pause(double random) {
        return PollPause.after(lastFailure, failuresInARow, random);
    }

    /// Whether the loop has been silent for longer than it said, by this much.
    synchronized boolean silentFor(Duration grace) {
        return clock.instant().isAfter(aliveUntil.plus(grace));
    }

    /// How long no update has come.
    synchronized Duration quiet() {
        return Duration.between(lastUpdate, clock.instant());
    }

    /// Starts to count the quiet time anew.
    synchronized void quietHandled() {
        lastUpdate = clock.instant();
    }

    synchronized PollHealth health() {
        Instant now = clock.instant();
        boolean alarming =
                switch (state) {
                    case TOKEN_REFUSED -> true;
                    case ANOTHER_INSTANCE ->
                            conflictSince != null
                                    && !now.isBefore(conflictSince.plus(CONFLICT_ALARMS));
                    case STARTING, POLLING, UNREACHABLE, STORE_AWAY, STOPPED -> false;
                };
        return new PollHealth(state, since, Optional.ofNullable(lastSuccess), alarming, detail);
    }

    private State conflict(Instant now) {
        if (!inConflict(now) || conflictSince == null) {
            conflictSince = now;
        }
        lastConflict = now;
        return State.ANOTHER_INSTANCE;
    }

    private boolean inConflict(Instant now) {
        return lastConflict != null && now.isBefore(lastConflict.plus(CONFLICT_FADES));
    }

    private void enter(State next, String why) {
        detail = why;
        if (state == next) {
            return;
        }
        since = clock.instant();
        LOG.info("polling state={} was={} reason=\"{}\"", next, state, why);
        state = next;
    }
}
