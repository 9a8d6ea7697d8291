package pikett.alerts.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How the runs of something went since the start.
///
/// @param runs how many were begun
/// @param overruns how often it was due while it was still running, and was left out
/// @param late how often it took longer than it may
/// @param failed how often it ended with an error of our own
/// @param runningSince when the run that goes on began
/// @param took how long the last run took
public record RunFigures(
        long runs,
        long overruns,
        long late,
        long failed,
        Optional<Instant> runningSince,
        Optional<Duration> took) {
    public static final RunFigures NONE =
            new RunFigures(0, 0, 0, 0, Optional.empty(), Optional.empty());

    RunFigures begun(Instant at) {
        return new RunFigures(runs + 1, overruns, late, failed, Optional.of(at), took);
    }

    RunFigures overrun() {
        return new RunFigures(runs, overruns + 1, late, failed, runningSince, took);
    }

    RunFigures tookTooLong() {
        return new RunFigures(runs, overruns, late + 1, failed, runningSince, took);
    }

    RunFigures wentWrong() {
        return new RunFigures(runs, overruns, late, failed + 1, runningSince, took);
    }

    RunFigures over(Duration time) {
        return new RunFigures(runs, overruns, late, failed, Optional.empty(), Optional.of(time));
    }
}
