package pikett.bot.command;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pikett.bot.view.HostState;

/// Reads what Linux tells of a machine in `/proc/uptime`, `/proc/loadavg` and `/proc/meminfo`. What is
/// not there is empty.
final class HostVitals {
    private static final Pattern UPTIME =
            Pattern.compile("^(\\d{1,12})\\.\\d+ \\d+\\.\\d+$", Pattern.MULTILINE);
    private static final Pattern LOAD =
            Pattern.compile(
                    "^(\\d{1,6}\\.\\d+) \\d+\\.\\d+ \\d+\\.\\d+ \\d+/\\d+", Pattern.MULTILINE);
    private static final Pattern MEMORY =
            Pattern.compile("^(MemTotal|MemAvailable):\\s+(\\d{1,15}) kB", Pattern.MULTILINE);

    private HostVitals() {}

    static HostState.Answered parse(String output) {
        Matcher uptime = UPTIME.matcher(output);
        Matcher load = LOAD.matcher(output);
        Map<String, Double> memory =
                MEMORY.matcher(output)
                        .results()
                        .collect(
                                Collectors.toMap(
                                        result -> result.group(1),
                                        HostVitals::kilobytes,
                                        (first, _) -> first));
        return new HostState.Answered(
                uptime.find()
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(uptime.group(1))))
                        : Optional.empty(),
                load.find()
                        ? OptionalDouble.of(Double.parseDouble(load.group(1)))
                        : OptionalDouble.empty(),
                used(memory));
    }

    private static double kilobytes(MatchResult result) {
        return Double.parseDouble(result.group(2));
    }

    private static OptionalDouble used(Map<String, Double> memory) {
        Double total = memory.get("MemTotal");
        Double available = memory.get("MemAvailable");
        return total == null || available == null || total <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(100 * (total - available) / total);
    }
}
