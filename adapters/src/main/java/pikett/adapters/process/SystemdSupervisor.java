package pikett.adapters.process;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import pikett.adapters.host.Command;
import pikett.adapters.host.Shell;
import pikett.adapters.host.ShellResult;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;

/// A systemd unit of the system manager.
///
/// Its name has been checked by [Names]: systemctl takes patterns, and one that matches more than one
/// unit must never get there.
final class SystemdSupervisor implements Supervisor {
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration RESTART_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration LOGS_TIMEOUT = Duration.ofSeconds(15);

    private final String unit;
    private final Shell shell;
    private final InstantSource clock;
    private final RestartMemory memory = new RestartMemory();
    private final CpuMemory cpu = new CpuMemory();

    SystemdSupervisor(String unit, Shell shell, InstantSource clock) {
        this.unit = unit;
        this.shell = shell;
        this.clock = clock;
    }

    @Override
    public ProcessReading read() {
        ShellResult result =
                shell.run(
                        // Times are printed in words: these two make them the same words
                        // everywhere.
                        Command.of(
                                READ_TIMEOUT,
                                "env",
                                "LC_ALL=C",
                                "TZ=UTC",
                                "systemctl",
                                "show",
                                "--no-pager",
                                "--property=" + String.join(",", SystemdUnit.PROPERTIES),
                                "--",
                                unit));
        Instant now = clock.instant();
        if (!(result instanceof ShellResult.Done done)) {
            return ProcessReading.unknown(ToolTrouble.of("systemctl", result).orElseThrow(), now);
        }
        SystemdUnit shown = SystemdUnit.parse(done.output().standard());
        if (!done.succeeded() || shown.text("ActiveState").isEmpty()) {
            return ProcessReading.unknown(ToolTrouble.exit("systemctl show", done), now);
        }
        Observation seen = SystemdObservation.of(shown, cpuPercent(shown, now), now);
        return Verdict.judge(seen, memory.remember(seen, now), now);
    }

    private OptionalDouble cpuPercent(SystemdUnit shown, Instant now) {
        OptionalLong used = shown.number("CPUUsageNSec");
        return used.isPresent() ? cpu.percent(now, used.getAsLong()) : OptionalDouble.empty();
    }

    @Override
    public ShellResult restart() {
        ShellResult result =
                shell.run(
                        Command.of(
                                RESTART_TIMEOUT,
                                "systemctl",
                                "--no-ask-password",
                                "restart",
                                "--",
                                unit));
        memory.forget();
        return result instanceof ShellResult.Done done && isDenied(done) ? denied(done) : result;
    }

    @Override
    public ShellResult logs(int lines) {
        return shell.run(
                Command.of(
                        LOGS_TIMEOUT,
                        "journalctl",
                        "--unit=" + unit,
                        "--lines=" + lines,
                        "--no-pager",
                        "--output=short-iso"));
    }

    private static boolean isDenied(ShellResult.Done done) {
        List<String> words =
                List.of(
                        "authentication required",
                        "Access denied",
                        "Permission denied",
                        "not authorized");
        return !done.succeeded() && words.stream().anyMatch(done.output().error()::contains);
    }

    private ShellResult denied(ShellResult.Done done) {
        return new ShellResult.FailedToStart(
                Reason.of(Cause.MAY_NOT_RESTART_UNIT, Detail.text(unit))
                        .said(Spoken.firstLine(done.output().error())));
    }
}
