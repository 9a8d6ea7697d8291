package pikett.bot.app;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import pikett.adapters.host.Command;
import pikett.adapters.host.Shell;
import pikett.adapters.host.ShellResult;
import pikett.config.Severity;

/// How a systemd unit of this machine ended, as systemd and the journal tell it.
///
/// @param result systemd's word, such as `success`, `exit-code` or `signal`
/// @param status the exit code or the number of the signal; empty when it is not told
/// @param journal its last lines; secrets may be in them
record UnitEnd(String unit, String result, String status, String journal) {
    private static final int LINES = 40;
    private static final Duration IN_TIME = Duration.ofSeconds(15);

    /// Asks systemd, unless it has handed over how the unit ended: by the time we ask, the unit may have been
    /// started again.
    ///
    /// @param shell of this machine
    /// @param environment of this process; with `MONITOR_…` since systemd 251, see systemd.exec(5)
    static UnitEnd of(Shell shell, String unit, Map<String, String> environment) {
        Map<String, String> told =
                handedOver(unit, environment).orElseGet(() -> asked(shell, unit));
        String invocation = told.getOrDefault("InvocationID", "");
        String journal =
                invocation.isEmpty()
                        ? said(
                                shell,
                                "journalctl",
                                "--no-pager",
                                "--output=cat",
                                "--lines=" + LINES,
                                "--unit=" + unit)
                        : said(
                                shell,
                                "journalctl",
                                "--no-pager",
                                "--output=cat",
                                "--lines=" + LINES,
                                "_SYSTEMD_INVOCATION_ID=" + invocation);
        return new UnitEnd(
                unit,
                told.getOrDefault("Result", ""),
                told.getOrDefault("ExecMainStatus", ""),
                journal);
    }

    private static Optional<Map<String, String>> handedOver(
            String unit, Map<String, String> environment) {
        return Optional.ofNullable(environment.get("MONITOR_SERVICE_RESULT"))
                .filter(_ -> unit.equals(environment.get("MONITOR_UNIT")))
                .map(result ->
                        Map.of(
                                "Result",
                                result,
                                "ExecMainStatus",
                                environment.getOrDefault("MONITOR_EXIT_STATUS", ""),
                                "InvocationID",
                                environment.getOrDefault("MONITOR_INVOCATION_ID", "")));
    }

    private static Map<String, String> asked(Shell shell, String unit) {
        Map<String, String> told = new HashMap<>();
        said(
                        shell,
                        "systemctl",
                        "show",
                        "--property=Result,ExecMainStatus,InvocationID",
                        "--",
                        unit)
                .lines()
                .filter(line -> line.contains("="))
                .forEach(line ->
                        told.put(
                                line.substring(0, line.indexOf('=')),
                                line.substring(line.indexOf('=') + 1)));
        return told;
    }

    ScriptAlert alert(Severity severity, Map<String, String> labels) {
        Map<String, String> all = new LinkedHashMap<>(labels);
        all.put("unit", unit);
        String title = result.isEmpty() ? unit : (unit + ": " + result + " " + status).strip();
        return new ScriptAlert(result.equals("success"), unit, title, severity, all, journal);
    }

    /// What a program says; nothing when it cannot be asked: the alert is worth more than its evidence.
    private static String said(Shell shell, String... command) {
        return switch (shell.run(Command.of(IN_TIME, command))) {
            case ShellResult.Done done -> done.output().standard().strip();
            case ShellResult.TimedOut late -> late.output().standard().strip();
            case ShellResult.Killed killed -> killed.output().standard().strip();
            case ShellResult.FailedToStart _,
                    ShellResult.Unreachable _,
                    ShellResult.Refused _,
                    ShellResult.Unknown _ ->
                    "";
        };
    }
}
