package pikett.adapters.process;

import static pikett.adapters.reason.Detail.text;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Reason;

/// Reads the state of a unit from its properties.
final class SystemdObservation {
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ENGLISH);

    private SystemdObservation() {}

    static Observation of(SystemdUnit unit, OptionalDouble cpuPercent, Instant now) {
        ProcessState claim = claim(unit);
        return new Observation(
                claim,
                reason(unit, claim),
                claim == ProcessState.UP ? uptime(unit, now) : Optional.empty(),
                unit.restarts(),
                0,
                unit.restarts().orElse(0) > 0,
                OptionalLong.empty(),
                claim == ProcessState.UP ? cpuPercent : OptionalDouble.empty(),
                claim == ProcessState.UP ? memory(unit) : OptionalLong.empty(),
                unit.lastExit(),
                OptionalInt.empty());
    }

    private static ProcessState claim(SystemdUnit unit) {
        return switch (unit.text("ActiveState")) {
            case "active", "reloading", "refreshing" -> ProcessState.UP;
            case "activating" -> ProcessState.STARTING;
            case "deactivating" -> ProcessState.STOPPED;
            case "inactive" ->
                    unit.text("LoadState").equals("loaded")
                                    || unit.text("LoadState").equals("masked")
                            ? ProcessState.STOPPED
                            : ProcessState.UNKNOWN;
            case "failed" -> ProcessState.FAILED;
            default -> ProcessState.UNKNOWN;
        };
    }

    private static Optional<Reason> reason(SystemdUnit unit, ProcessState claim) {
        Optional<Reason> lastEnd = Verdict.lastEnd(unit.lastExit());
        return switch (claim) {
            case UP, LOOPING -> Optional.empty();
            case STARTING ->
                    unit.text("SubState").startsWith("auto-restart")
                            ? Optional.of(Reason.of(Cause.SYSTEMD_STARTS_AGAIN).and(lastEnd))
                            : Optional.of(Reason.of(Cause.SYSTEMD_STARTS));
            case STOPPED -> Optional.of(stopped(unit, lastEnd));
            case FAILED -> Optional.of(failed(unit.text("Result")).and(lastEnd));
            case UNKNOWN -> Optional.of(unreadable(unit));
        };
    }

    private static Reason stopped(SystemdUnit unit, Optional<Reason> lastEnd) {
        if (unit.text("LoadState").equals("masked")) {
            return Reason.of(Cause.UNIT_MASKED);
        }
        return unit.text("ActiveState").equals("deactivating")
                ? Reason.of(Cause.BEING_STOPPED)
                : Reason.of(Cause.UNIT_NOT_STARTED).and(lastEnd);
    }

    private static Reason failed(String result) {
        return switch (result) {
            case "start-limit-hit" -> Reason.of(Cause.START_LIMIT_HIT);
            case "oom-kill" -> Reason.of(Cause.ENDED_OUT_OF_MEMORY);
            case "watchdog" -> Reason.of(Cause.WATCHDOG_SILENT);
            case "timeout" -> Reason.of(Cause.START_OR_STOP_TOO_LONG);
            case "exit-code", "signal", "core-dump" -> Reason.of(Cause.ENDED_WITH_ERROR);
            default -> Reason.of(Cause.SYSTEMD_FAILED, text(result.isEmpty() ? "-" : result));
        };
    }

    private static Reason unreadable(SystemdUnit unit) {
        return switch (unit.text("LoadState")) {
            case "not-found" -> Reason.of(Cause.UNIT_UNKNOWN);
            case "loaded", "" ->
                    Reason.of(
                            Cause.UNIT_STATE_UNKNOWN, text(Spoken.name(unit.text("ActiveState"))));
            default ->
                    Reason.of(Cause.UNIT_NOT_LOADED, text(unit.text("LoadState")))
                            .said(Spoken.firstLine(unit.text("LoadError")));
        };
    }

    /// A service's uptime is that of its main process; other units have only the time they became active.
    private static Optional<Duration> uptime(SystemdUnit unit, Instant now) {
        return instant(unit.text("ExecMainStartTimestamp"))
                .or(() -> instant(unit.text("ActiveEnterTimestamp")))
                .map(start -> start.isAfter(now) ? Duration.ZERO : Duration.between(start, now));
    }

    private static Optional<Instant> instant(String timestamp) {
        try {
            return Optional.of(LocalDateTime.parse(timestamp, TIMESTAMP).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static OptionalLong memory(SystemdUnit unit) {
        OptionalLong bytes = unit.number("MemoryCurrent");
        return bytes.orElse(-1) >= 0 ? bytes : OptionalLong.empty();
    }
}
