package pikett.adapters.vitals;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pikett.adapters.host.Command;

/// What Linux tells of a machine under `/proc` and `/sys`. What is not there is empty.
///
/// @param uptime since it was started, in whole seconds
/// @param load of the last minute
/// @param memoryUsed the share of the memory that no program could get any more, from 0 to 1
/// @param cpus how many processors are switched on
public record Vitals(
        Optional<Duration> uptime,
        OptionalDouble load,
        OptionalDouble memoryUsed,
        OptionalInt cpus) {
    private static final Pattern UPTIME =
            Pattern.compile("^(\\d{1,12})\\.\\d+ \\d+\\.\\d+$", Pattern.MULTILINE);
    private static final Pattern LOAD =
            Pattern.compile(
                    "^(\\d{1,6}\\.\\d+) \\d+\\.\\d+ \\d+\\.\\d+ \\d+/\\d+", Pattern.MULTILINE);
    private static final Pattern MEMORY =
            Pattern.compile("^(MemTotal|MemAvailable):\\s+(\\d{1,15}) kB", Pattern.MULTILINE);

    /// `0-3,5`: numbers and ranges of numbers.
    private static final Pattern CPUS =
            Pattern.compile(
                    "^\\d{1,5}(?:-\\d{1,5})?+(?:,\\d{1,5}(?:-\\d{1,5})?+)*+$", Pattern.MULTILINE);

    /// The command whose output tells them. It ends with an error where one of the files is missing, and
    /// still prints the others.
    public static Command question(Duration atMost) {
        return Command.of(
                atMost,
                "cat",
                "/proc/uptime",
                "/proc/loadavg",
                "/proc/meminfo",
                "/sys/devices/system/cpu/online");
    }

    /// Reads what the command printed. Never throws for any text.
    public static Vitals read(String output) {
        Matcher uptime = UPTIME.matcher(output);
        Matcher load = LOAD.matcher(output);
        Matcher cpus = CPUS.matcher(output);
        Map<String, Double> memory =
                MEMORY.matcher(output)
                        .results()
                        .collect(
                                Collectors.toMap(
                                        result -> result.group(1),
                                        Vitals::kilobytes,
                                        (first, _) -> first));
        return new Vitals(
                uptime.find()
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(uptime.group(1))))
                        : Optional.empty(),
                load.find()
                        ? OptionalDouble.of(Double.parseDouble(load.group(1)))
                        : OptionalDouble.empty(),
                used(memory),
                cpus.find() ? counted(cpus.group()) : OptionalInt.empty());
    }

    private static double kilobytes(MatchResult result) {
        return Double.parseDouble(result.group(2));
    }

    private static OptionalDouble used(Map<String, Double> memory) {
        Double total = memory.get("MemTotal");
        Double available = memory.get("MemAvailable");
        return total == null || available == null || total <= 0 || available > total
                ? OptionalDouble.empty()
                : OptionalDouble.of((total - available) / total);
    }

    /// Empty where a range ends before it begins.
    private static OptionalInt counted(String ranges) {
        int count = 0;
        for (String range : ranges.split(",", -1)) {
            int dash = range.indexOf('-');
            int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
            int last = Integer.parseInt(range.substring(dash + 1));
            if (last < first) {
                return OptionalInt.empty();
            }
            count += last - first + 1;
        }
        return OptionalInt.of(count);
    }
}
