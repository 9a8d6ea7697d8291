package pikett.bot.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import pikett.adapters.host.ReadableText;
import pikett.config.Severity;

/// How a systemd unit of this machine ended, as systemd and the journal tell it.
///
/// @param result systemd's word, such as `success`, `exit-code` or `signal`
/// @param status the exit code or the number of the signal; empty when it is not told
/// @param journal its last lines; secrets may be in them
record UnitEnd(String unit, String result, String status, String journal) {
    private static final int LINES = 40;
    private static final int MOST_BYTES = 256 * 1024;
    private static final int SECONDS = 15;

    /// Asks systemd, unless it has handed over how the unit ended: by the time we ask, the unit may have been
    /// started again.
    ///
    /// @param environment of this process; with `MONITOR_…` since systemd 251, see systemd.exec(5)
    static UnitEnd of(String unit, Map<String, String> environment) {
        Map<String, String> told = handedOver(unit, environment).orElseGet(() -> asked(unit));
        String invocation = told.getOrDefault("InvocationID", "");
        String journal =
                invocation.isEmpty()
                        ? said(
                                "journalctl",
                                "--no-pager",
                                "--output=cat",
                                "--lines=" + LINES,
                                "--unit=" + unit)
                        : said(
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

    private static Map<String, String> asked(String unit) {
        Map<String, String> told = new HashMap<>();
        said("systemctl", "show", "--property=Result,ExecMainStatus,InvocationID", "--", unit)
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
        String title = (unit + ": " + result + " " + status).strip();
        return new ScriptAlert(result.equals("success"), unit, title, severity, all, journal);
    }

    /// What a program says; nothing when it cannot be asked: the alert is worth more than its evidence.
    private static String said(String... command) {
        try {
            Process process =
                    new ProcessBuilder(List.of(command))
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            process.getOutputStream().close();
            // What does not end holds its output open, and nobody would hear of the unit.
            Thread.ofVirtual().name("evidence").start(() -> endInTime(process));
            try (InputStream output = process.getInputStream()) {
                return ReadableText.of(output.readNBytes(MOST_BYTES)).strip();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException _) {
            return "";
        }
    }

    private static void endInTime(Process process) {
        try {
            process.waitFor(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }
}
