package pikett.adapters.process;

import static pikett.adapters.reason.Detail.count;
import static pikett.adapters.reason.Detail.inner;
import static pikett.adapters.reason.Detail.span;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;

/// Decides the true state of a program from what its supervisor says and from what was seen before.
///
/// Pure. A program that is running is believed after [#SETTLED]; it loops when it was started again
/// several times while it never ran for long.
final class Verdict {
    /// A program that runs for longer than this is up.
    static final Duration SETTLED = Duration.ofSeconds(10);

    /// So many restarts that nobody asked for, within the window, are a loop.
    private static final int UNASKED_IS_LOOP = 3;

    /// So many restarts are a loop whoever asks for them: a memory limit that restarts it all the time
    /// looks deliberate to PM2.
    private static final int ANY_IS_LOOP = 6;

    private static final int QUICK_ENDS_ARE_LOOP = 3;
    private static final int TOTAL_IS_SUSPICIOUS = 5;
    private static final Duration SUSPICIOUSLY_SHORT = Duration.ofSeconds(15);
    private static final Duration LEAST_CALM = Duration.ofMinutes(1);

    private Verdict() {}

    /// The reading that the observation amounts to.
    static ProcessReading judge(Observation seen, RestartHistory history, Instant now) {
        boolean alive = seen.claim() == ProcessState.UP || seen.claim() == ProcessState.STARTING;
        boolean looping = alive && loops(seen, history);
        ProcessState state = looping ? ProcessState.LOOPING : settle(seen);
        Optional<Reason> reason =
                looping
                        ? Optional.of(loopReason(seen, history))
                        : seen.reason().or(() -> startReason(state, seen));
        return new ProcessReading(
                state,
                reason,
                seen.uptime(),
                seen.restarts(),
                lately(seen, history),
                seen.cpuPercent(),
                seen.memoryBytes(),
                seen.lastExit(),
                seen.instances(),
                now);
    }

    private static boolean loops(Observation seen, RestartHistory history) {
        int lately = history.lately().orElse(0);
        boolean grew = history.unaskedLately() >= UNASKED_IS_LOOP || lately >= ANY_IS_LOOP;
        return (grew && shorterThan(seen, calmAfter(lately))) || evidentAtOnce(seen, history);
    }

    /// Without memory: the supervisor itself counted quick ends, or a program that was restarted often
    /// has just ended again. Once it was watched for a while, the memory knows better.
    private static boolean evidentAtOnce(Observation seen, RestartHistory history) {
        if (seen.quickEnds() >= QUICK_ENDS_ARE_LOOP && shorterThan(seen, LEAST_CALM)) {
            return true;
        }
        return history.watched().compareTo(LEAST_CALM) < 0
                && seen.endedByItself()
                && seen.restarts().orElse(0) >= TOTAL_IS_SUSPICIOUS
                && shorterThan(seen, SUSPICIOUSLY_SHORT);
    }

    /// A loop is over when the program ran twice as long as it did between two ends.
    private static Duration calmAfter(int lately) {
        Duration twice = RestartHistory.WINDOW.multipliedBy(2).dividedBy(Math.max(1, lately));
        return twice.compareTo(LEAST_CALM) < 0 ? LEAST_CALM : twice;
    }

    /// True also without an uptime: a program that waits for its next start has none.
    private static boolean shorterThan(Observation seen, Duration limit) {
        return seen.uptime().map(uptime -> uptime.compareTo(limit) < 0).orElse(true);
    }

    private static ProcessState settle(Observation seen) {
        boolean young =
                seen.claim() == ProcessState.UP
                        && seen.uptime().filter(up -> up.compareTo(SETTLED) < 0).isPresent();
        return young ? ProcessState.STARTING : seen.claim();
    }

    private static Optional<Reason> startReason(ProcessState state, Observation seen) {
        if (state != ProcessState.STARTING) {
            return Optional.empty();
        }
        Optional<Reason> before = seen.endedByItself() ? seen.lastExit() : Optional.empty();
        return seen.uptime()
                .map(up ->
                        before.map(end -> Reason.of(Cause.STARTED_AGO_AFTER, span(up), inner(end)))
                                .orElseGet(() -> Reason.of(Cause.STARTED_AGO, span(up))));
    }

    private static Reason loopReason(Observation seen, RestartHistory history) {
        return restarts(seen, history).and(lastEnd(seen.lastExit()));
    }

    /// How the instance before ended, as an addition to a reason.
    static Optional<Reason> lastEnd(Optional<Reason> exit) {
        return exit.map(end -> Reason.of(Cause.LAST_END, inner(end)));
    }

    private static Reason restarts(Observation seen, RestartHistory history) {
        OptionalInt lately = history.lately();
        if (lately.orElse(0) > 0) {
            return Reason.of(
                    Cause.RESTARTS_WITHIN, count(lately.getAsInt()), span(history.watched()));
        }
        Detail all = count(seen.restarts().orElse(0));
        return seen.uptime()
                .map(up -> Reason.of(Cause.UP_ONLY_AFTER, span(up), all))
                .orElseGet(() -> Reason.of(Cause.NOT_RUNNING_AFTER, all));
    }

    /// What is known without memory: a program that never restarted, or that runs for longer than the
    /// window, did not restart in it.
    private static OptionalInt lately(Observation seen, RestartHistory history) {
        if (seen.restarts().isEmpty()) {
            return OptionalInt.empty();
        }
        boolean calm =
                seen.uptime().filter(up -> up.compareTo(RestartHistory.WINDOW) >= 0).isPresent();
        return calm || seen.restarts().getAsInt() == 0 ? OptionalInt.of(0) : history.lately();
    }
}
