package pikett.alerts.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import pikett.alerts.scheduler.CronTimes;
import pikett.config.CheckTiming.Rhythm;
import pikett.config.HeartbeatConfig;
import pikett.config.Severity;

/// When a heartbeat must be heard. Decides only. Immutable.
///
/// The next beat is counted from the end of the last run: one that only began is no sign that the work
/// is done. A run that began in time has as long as it may take before it is missed, if that is said; it
/// is *too long* then and not *late* as well.
///
/// **While Pikett is away** a beat may be lost: the job calls once, and nobody hears. So when Pikett is
/// back, each heartbeat whose beat may have come in its absence is counted anew from then, with its
/// whole time and its grace: sooner than that a job that is well has no reason to call again, and to call
/// it late would be a lie. A beat may come as much too early as it may be late. The same holds for a run
/// that was going on: its end may be what was lost, so it is not told to be too long. What was not due
/// around the absence goes on as if there had been none, and what was late before stays late. An absence
/// excuses once: were it otherwise, a restart at the hour of a job each night would hide for ever that the
/// job is dead. A job that is well calls between the two.
public final class Expectation {
    /// The clock of the machine that the job runs on may be ahead of ours: a beat from just before its
    /// time is that of this time. With this, the time itself counts as passed.
    private static final Duration AHEAD = Duration.ofSeconds(30);

    private final String name;
    private final HeartbeatConfig config;
    private final Optional<CronTimes> times;

    public Expectation(String name, HeartbeatConfig config) {
        this.name = name;
        this.config = config;
        this.times =
                config.rhythm() instanceof Rhythm.Cron(var expression, var zone)
                        ? Optional.of(new CronTimes(expression, zone))
                        : Optional.empty();
    }

    public String name() {
        return name;
    }

    public Severity severity() {
        return config.severity();
    }

    public Optional<Duration> runsAtMost() {
        return config.runsAtMost();
    }

    /// All that is the matter.
    Set<Trouble> troubles(Heard heard, Instant now) {
        Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);
        Instant due = due(heard);
        Optional<Instant> end = mustHaveEnded(heard);
        if (heard.failing().isPresent()) {
            troubles.add(Trouble.FAILED);
        }
        if (end.filter(now::isAfter).isPresent()) {
            troubles.add(Trouble.RUNS_TOO_LONG);
        }
        boolean begunInTime =
                end.isPresent() && heard.running().filter(begun -> !begun.isAfter(due)).isPresent();
        if (now.isAfter(due) && !begunInTime) {
            troubles.add(Trouble.LATE);
        }
        return troubles;
    }

    /// After which nothing can be heard any more in time.
    public Instant due(Heard heard) {
        return expected(heard).plus(config.grace());
    }

    /// How long nothing was heard when it became late.
    public Duration waited(Heard heard) {
        return Duration.between(heard.base(), due(heard));
    }

    /// What still counts after an absence.
    Heard excused(Heard heard, Absence absence) {
        if (heard.stillExcused()) {
            return heard;
        }
        Set<Trouble> before = troubles(heard, absence.from());
        if (before.contains(Trouble.LATE) || before.contains(Trouble.RUNS_TOO_LONG)) {
            return heard;
        }
        boolean mayHaveCalled = expected(heard).minus(config.grace()).isBefore(absence.to());
        return mayHaveCalled || heard.running().isPresent() ? heard.excusedAt(absence.to()) : heard;
    }

    private Instant expected(Heard heard) {
        Instant base = heard.base();
        return switch (config.rhythm()) {
            case Rhythm.Every(Duration pause) -> base.plus(pause);
            case Rhythm.Cron _ ->
                    times.flatMap(cron -> cron.after(base.plus(ahead())))
                            // No clock shows such a time any more.
                            .orElse(Instant.MAX.minus(config.grace()));
        };
    }

    private Duration ahead() {
        return config.grace().compareTo(AHEAD) < 0 ? config.grace() : AHEAD;
    }

    private Optional<Instant> mustHaveEnded(Heard heard) {
        return heard.running().flatMap(begun -> config.runsAtMost().map(begun::plus));
    }
}
