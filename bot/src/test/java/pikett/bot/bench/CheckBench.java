package pikett.bot.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.stream.LongStream;
import pikett.alerts.scheduler.EveryTimes;
import pikett.playground.Playground;
import pikett.playground.PlaygroundSettings;

/// Ten thousand checks a minute: what they cost, and how late they look.
final class CheckBench {
    private static final int CHECKS = 10_000;
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration MEASURED = Duration.ofMinutes(2);

    private CheckBench() {}

    static String measure(Path folder) throws Exception {
        try (Playground playground =
                        Playground.start(
                                PlaygroundSettings.onPort(0).withoutWorld(),
                                InstantSource.system());
                CheckedWeb web = new CheckedWeb(folder, playground, CHECKS, EVERY)) {
            web.awaitLooks(1);
            Duration before = web.bot.cpu();
            Instant from = Instant.now();
            Thread.sleep(MEASURED);
            Instant until = Instant.now();
            Duration cpu = web.bot.cpu().minus(before);
            double[] lags = lags(web.farm.asked(), from, until);
            double minutes = Duration.between(from, until).toMillis() / 60_000.0;
            return """
            | %,d HTTP checks, each every minute | |
            |---|---|
            | looks a minute, as the server saw them | %,.0f |
            | CPU of Pikett, of one core | %.0f %% |
            | CPU of Pikett for one look | %.2f ms |
            | from when a look is due to when the server was asked: p50 | %.0f ms |
            | the same: p99 | %.0f ms |
            | resident memory | %d MB |

            """
                    .formatted(
                            CHECKS,
                            lags.length / minutes,
                            100.0 * cpu.toMillis() / Duration.between(from, until).toMillis(),
                            (double) cpu.toMillis() / lags.length,
                            lags[lags.length / 2],
                            lags[lags.length * 99 / 100],
                            web.bot.residentMegabytes());
        }
    }

    /// In milliseconds, sorted. A look that comes before its time would have to show: the last time that
    /// was due before it is then nearly a minute ago.
    private static double[] lags(Map<String, Queue<Instant>> asked, Instant from, Instant until) {
        double[] lags =
                asked.entrySet().stream()
                        .flatMapToLong(page -> lags(page.getKey(), page.getValue(), from, until))
                        .asDoubleStream()
                        .toArray();
        Arrays.sort(lags);
        return lags;
    }

    private static LongStream lags(String page, Queue<Instant> asked, Instant from, Instant until) {
        EveryTimes times = EveryTimes.of(EVERY, "check:" + page);
        return asked.stream()
                .filter(at -> !at.isBefore(from) && at.isBefore(until))
                .mapToLong(at -> {
                    Instant due = times.after(at.minus(EVERY)).orElseThrow();
                    return Duration.between(due, at).toMillis();
                });
    }
}
