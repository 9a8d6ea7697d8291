package pikett.alerts.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pikett.adapters.store.Store;
import pikett.adapters.store.Stores;
import pikett.alerts.label.Labels;
import pikett.alerts.reading.Reading;
import pikett.alerts.reading.Value;
import pikett.alerts.reading.Values;
import pikett.config.Secret;
import pikett.config.condition.Name;

/// Prints what fifty checks of six numbers every thirty seconds cost on SQLite: one settling, a window, a
/// sparkline, the nightly thinning, and the size of the file.
final class KeptReadingsBench {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final int CHECKS = 50;
    private static final int PAUSE = 30;
    private static final List<String> NAMES =
            List.of("waiting", "active", "failed", "completed", "oldest", "latency");

    private final Store store;
    private final KeptReadings kept;

    private KeptReadingsBench(Store store) {
        this.store = store;
        this.kept = new KeptReadings(store);
    }

    /// Arguments: an empty folder, and how many days, two at least.
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0], "bench.db");
        int days = Integer.parseInt(arguments[1]);
        Store store = Stores.open(new Secret("jdbc:sqlite:" + file));
        KeptReadingsBench bench = new KeptReadingsBench(store);
        for (int day = 0; day < days; day++) {
            bench.day(day);
            print("file after day %d: %s".formatted(day + 1, megabytes(file)));
        }
        bench.ask(START.plus(Duration.ofDays(days)));
        store.close();
        print("file at the end: " + megabytes(file));
    }

    /// Every settling is of all fifty, and then the night comes.
    private void day(int day) {
        long[] settlings = new long[86_400 / PAUSE];
        for (int settling = 0; settling < settlings.length; settling++) {
            List<KeptReadings.OfCheck> readings =
                    readings(START.plus(Duration.ofDays(day)).plusSeconds((long) settling * PAUSE));
            long begun = System.nanoTime();
            kept.add(readings);
            settlings[settling] = System.nanoTime() - begun;
        }
        Arrays.sort(settlings);
        print("one settling, median: " + millis(settlings[settlings.length / 2]));
        print("one settling, 99 of 100 below: " + millis(settlings[settlings.length * 99 / 100]));
        timed("night", () -> print("points gone: " + kept.forget(START)));
        print("rows: " + rows());
    }

    private void ask(Instant now) {
        Name waiting = Name.of("waiting");
        Reading.Known reading = readings(now).getFirst().reading();
        var past = kept.past("queue:0").until(reading, Labels.NONE);
        timed("a window of ten minutes, first", () -> past.within(waiting, Duration.ofMinutes(10)));
        timed("a window of ten minutes, again", () -> past.within(waiting, Duration.ofMinutes(10)));
        timed("a window of a day, first", () -> past.within(waiting, Duration.ofDays(1)));
        timed("a window of a day, again", () -> past.within(waiting, Duration.ofDays(1)));
        timed(
                "a sparkline of an hour",
                () -> kept.slots("queue:0", waiting, now.minusSeconds(3600), now, 14));
        timed("a start", () -> new KeptReadings(store));
    }

    private static List<KeptReadings.OfCheck> readings(Instant at) {
        List<KeptReadings.OfCheck> readings = new ArrayList<>();
        for (int check = 0; check < CHECKS; check++) {
            Map<Name, Value> values = new HashMap<>();
            for (int name = 0; name < NAMES.size(); name++) {
                double count = Math.floorMod(at.getEpochSecond() / PAUSE * (check + name), 1000);
                // Times are fractions; counts are not.
                boolean time = name >= 4;
                values.put(Name.of(NAMES.get(name)), new Value.Quantity(time ? count / 7 : count));
            }
            // Checks are spread over the pause between two looks.
            Instant ofCheck = at.plusMillis(check * 1000L * PAUSE / CHECKS);
            readings.add(
                    new KeptReadings.OfCheck(
                            "queue:" + check,
                            new Reading.Known(ofCheck, Duration.ZERO, new Values(values))));
        }
        return readings;
    }

    private long rows() {
        return store.read(it ->
                it.createQuery("SELECT COUNT(*) FROM reading_points").mapTo(Long.class).one());
    }

    private static void timed(String what, Runnable work) {
        long begun = System.nanoTime();
        work.run();
        print(what + ": " + millis(System.nanoTime() - begun));
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.2f ms", nanos / 1e6);
    }

    private static String megabytes(Path file) throws IOException {
        return String.format(Locale.ROOT, "%.1f MB", Files.size(file) / 1e6);
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
