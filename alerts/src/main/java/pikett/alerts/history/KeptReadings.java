package pikett.alerts.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.adapters.store.Store;
import pikett.adapters.store.StoreUnavailableException;
import pikett.alerts.condition.Evaluation;
import pikett.alerts.label.Labels;
import pikett.alerts.reading.Reading;
import pikett.alerts.rule.Past;
import pikett.config.condition.Name;

/// The numbers of earlier readings: in the database, and what conditions ask for in memory too.
///
/// What could not be read is not kept; it is the gap between two points. Safe for use by many threads.
public final class KeptReadings {
    private static final Logger LOG = LoggerFactory.getLogger(KeptReadings.class);
    private static final Duration DAY = Duration.ofDays(1);

    private final Store store;
    private final SeriesTable series = new SeriesTable();
    private final PointTable points = new PointTable();
    private final Clearance clearance;
    private final ReentrantLock writing = new ReentrantLock();
    private final Map<SeriesKey, SeriesTable.Row> rows;
    private final Map<SeriesKey, Recent> recent = new ConcurrentHashMap<>();
    private final Map<String, Set<Name>> asked = new ConcurrentHashMap<>();

    /// A reading of a check.
    public record OfCheck(String check, Reading.Known reading) {}

    /// Remembers what is kept.
    ///
    /// @throws StoreUnavailableException when it could not be read
    public KeptReadings(Store store) {
        this.store = store;
        this.clearance = new Clearance(store, points, series);
        this.rows = new ConcurrentHashMap<>(store.read(series::all));
    }

    /// Keeps the numbers of these readings, all or nothing. What was kept already stays as it is.
    ///
    /// @throws StoreUnavailableException when nothing of it was kept
    public void add(List<OfCheck> readings) {
        Map<SeriesKey, List<Point>> numbers = new LinkedHashMap<>();
        for (OfCheck each : readings) {
            Instant at = each.reading().at();
            Numbers.of(each.check(), each.reading(), asked.getOrDefault(each.check(), Set.of()))
                    .forEach((key, number) ->
                            numbers.computeIfAbsent(key, _ -> new ArrayList<>())
                                    .add(new Point(at, number)));
        }
        if (!numbers.isEmpty()) {
            write(numbers);
            numbers.forEach((key, news) -> {
                Recent held = recent.get(key);
                if (held != null) {
                    news.forEach(held::add);
                }
            });
        }
    }

    /// What conditions on a check may ask of its past.
    public Past past(String check) {
        return (reading, part) -> (name, window) -> within(check, reading, part, name, window);
    }

    /// See [Points#increase] and [Points#sum]. Empty also when the reading itself does not have the
    /// number, and while the database cannot be read.
    private OptionalDouble within(
            String check, Reading.Known reading, Labels part, Name name, Duration window) {
        OptionalDouble number = Evaluation.number(name, reading);
        if (number.isEmpty() || !Double.isFinite(number.getAsDouble())) {
            return OptionalDouble.empty();
        }
        asked.computeIfAbsent(check, _ -> ConcurrentHashMap.newKeySet()).add(name);
        Point last = new Point(reading.at(), number.getAsDouble());
        SeriesKey key = SeriesKey.of(check, name, part);
        try {
            Points found = recent(key, last, window);
            if (found.all().size() == 1 && !part.isEmpty()) {
                // A part is judged by the values of the whole, too.
                found = recent(SeriesKey.of(check, name, Labels.NONE), last, window);
            }
            return key.summed() ? found.sum(window) : found.increase(window);
        } catch (StoreUnavailableException e) {
            // The engine says aloud that the database is away; here it would be said at every look.
            LOG.debug("earlier readings cannot be read check={} name={}", check, key.name(), e);
            return OptionalDouble.empty();
        }
    }

    /// The past of a number of the whole in so many equal stretches, oldest first.
    ///
    /// @throws StoreUnavailableException when it could not be read
    public List<Slot> slots(String check, Name name, Instant since, Instant until, int number) {
        SeriesKey key = SeriesKey.of(check, name, Labels.NONE);
        return Slots.of(kept(key, since), since, until, number, key.summed());
    }

    /// Where a number of the whole has been heading since then; empty with fewer than five points.
    ///
    /// @throws StoreUnavailableException when it could not be read
    public Optional<Trend> trend(String check, Name name, Instant since) {
        return Trend.of(kept(SeriesKey.of(check, name, Labels.NONE), since));
    }

    /// Forgets what is older, and thins out what is more than a day older than the newest: one point in
    /// five minutes stays.
    ///
    /// @return how many points are gone
    /// @throws StoreUnavailableException when it could not be done to the end; the next time goes on
    public int forget(Instant before) {
        Optional<Instant> newest = store.read(points::newest);
        if (newest.isEmpty()) {
            return 0;
        }
        Instant dayBefore = newest.get().minus(DAY);
        int gone = clearance.delete(before) + clearance.thin(dayBefore);
        // The last point of a series may be a day newer than its row says.
        forgetSeries(before.minus(DAY));
        recent.values().removeIf(held -> !held.askedSince(dayBefore));
        return gone;
    }

    private void forgetSeries(Instant before) {
        writing.lock();
        try {
            store.write(it -> series.forget(it, before));
            rows.values().removeIf(row -> row.seenAt().isBefore(before));
        } finally {
            writing.unlock();
        }
    }

    private Points recent(SeriesKey key, Point last, Duration window) {
        return recent.computeIfAbsent(key, _ -> new Recent())
                .until(last, Points.reach(window), from -> kept(key, from));
    }

    private Points kept(SeriesKey key, Instant from) {
        return Optional.ofNullable(rows.get(key))
                .map(row -> store.read(it -> points.since(it, row.id(), from)))
                .orElse(Points.NONE);
    }

    private void write(Map<SeriesKey, List<Point>> numbers) {
        writing.lock();
        try {
            rows.putAll(
                    store.write(transaction -> {
                        Map<SeriesKey, SeriesTable.Row> seen = new HashMap<>();
                        List<PointTable.Row> news = new ArrayList<>();
                        numbers.forEach((key, each) -> {
                            SeriesTable.Row row = rows.get(key);
                            Instant at = each.getLast().at();
                            if (row == null
                                    || row.seenAt().plus(SeriesTable.SEEN_EVERY).isBefore(at)) {
                                row = series.seen(transaction, key, at);
                                seen.put(key, row);
                            }
                            for (Point point : each) {
                                news.add(new PointTable.Row(row.id(), point));
                            }
                        });
                        points.add(transaction, news);
                        return seen;
                    }));
        } finally {
            writing.unlock();
        }
    }
}
