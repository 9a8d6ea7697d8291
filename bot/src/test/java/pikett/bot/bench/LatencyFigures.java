package pikett.bot.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import pikett.bot.bench.LatencyBench.Measured;

/// What was measured of the way from an alert to its message.
final class LatencyFigures {
    private LatencyFigures() {}

    /// @param flushes what the disk took for a page meanwhile
    static String asMarkdown(Measured ours, Measured theirs, int burst, List<Duration> flushes)
            throws IOException {
        return """
        | From the post of an alert to its message | Pikett | Alertmanager | ratio |
        |---|---|---|---|
        %s%s%s%s%s| one flush to the disk meanwhile: p50, p99 | %.1f ms, %.1f ms | | |

        """
                .formatted(
                        row(
                                "one by one, %d: p50".formatted(ours.oneByOne.size()),
                                at(ours.oneByOne, 50),
                                at(theirs.oneByOne, 50)),
                        row("the same: p99", at(ours.oneByOne, 99), at(theirs.oneByOne, 99)),
                        row(
                                "%d at once at 200/s, %d: p50"
                                        .formatted(burst, ours.inBursts.size()),
                                at(ours.inBursts, 50),
                                at(theirs.inBursts, 50)),
                        row("the same: p99", at(ours.inBursts, 99), at(theirs.inBursts, 99)),
                        row("CPU for one alert", cpuOfOne(ours), cpuOfOne(theirs)),
                        millis(at(flushes, 50)),
                        millis(at(flushes, 99)));
    }

    private static Duration cpuOfOne(Measured measured) throws IOException {
        return measured.cpu().dividedBy(measured.oneByOne.size() + measured.inBursts.size());
    }

    private static Duration at(List<Duration> all, int percent) {
        List<Duration> sorted = all.stream().sorted().toList();
        return sorted.get(sorted.size() * percent / 100);
    }

    private static String row(String what, Duration ours, Duration theirs) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f ms | %.1f ms | %.2f |%n",
                what,
                millis(ours),
                millis(theirs),
                millis(ours) / millis(theirs));
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
