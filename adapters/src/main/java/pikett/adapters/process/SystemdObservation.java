package pikett.adapters.process;

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

    private static Optional<String> reason(SystemdUnit unit, ProcessState claim) {
        String exit = unit.lastExit().map(last -> ", last " + last).orElse("");
        return switch (claim) {
            case UP, LOOPING -> Optional.empty();
            case STARTING ->
                    unit.text("SubState").startsWith("auto-restart")
                            ? Optional.of("it ended and systemd is about to start it again" + exit)
                            : Optional.of("systemd is starting it");
            case STOPPED -> Optional.of(stopped(unit, exit));
            case FAILED -> Optional.of(failed(unit.text("Result")) + exit);
            case UNKNOWN -> Optional.of(unreadable(unit));
        };
    }

    private static String stopped(SystemdUnit unit, String exit) {
        if (unit.text("LoadState").equals("masked")) {
            return "the unit is masked";
        }
        return unit.text("ActiveState").equals("deactivating")
                ? "it is being stopped"
                : "the unit is not started" + exit;
    }

    private static String failed(String result) {
        return switch (result) {
            case "start-limit-hit" -> "systemd gave up: it was started too often in a short time";
            case "oom-kill" -> "ended because memory ran out";
            case "watchdog" -> "ended because its watchdog heard nothing from it";
            case "timeout" -> "it took too long to start or to stop";
            case "exit-code", "signal", "core-dump" -> "it ended with an error";
            default -> "systemd says failed" + (result.isEmpty() ? "" : " (" + result + ")");
        };
    }

    private static String unreadable(SystemdUnit unit) {
        return switch (unit.text("LoadState")) {
            case "not-found" -> "systemd knows no such unit on this host";
            case "loaded", "" ->
                    "systemd gives no state that is known: "
                            + Spoken.name(unit.text("ActiveState"));
            default ->
                    "systemd cannot load the unit ("
                            + unit.text("LoadState")
                            + "): "
                            + Spoken.firstLine(unit.text("LoadError"));
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
        return unit.number("MemoryCurrent");
    }
}
