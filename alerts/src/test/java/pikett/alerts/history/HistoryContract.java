package pikett.alerts.history;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import pikett.adapters.store.Store;
import pikett.adapters.store.Stores;
import pikett.alerts.label.Labels;
import pikett.alerts.reading.Part;
import pikett.alerts.reading.Reading;
import pikett.alerts.reading.Value;
import pikett.alerts.reading.Values;
import pikett.config.Secret;
import pikett.config.condition.Name;

/// Kept readings on a database without rows.
abstract class HistoryContract {
    static final Instant START = Instant.parse("2026-11-21T00:00:00Z");
    static final String QUEUE = "queue:messages";
    static final Name WAITING = Name.of("waiting");
    static final Name REFUSED =
            new Name(
                    "lines", List.of(), Optional.of(new Name.Argument.Quoted("refused")), Map.of());

    protected Store store;
    protected KeptReadings kept;

    /// The URL of a database without tables.
    abstract Secret emptyDatabase() throws Exception;

    @BeforeEach
    final void open() throws Exception {
        store = Stores.open(emptyDatabase());
        kept = new KeptReadings(store);
    }

    @AfterEach
    final void close() {
        store.close();
    }

    /// As after a start: what was in memory is gone.
    final void restart() {
        kept = new KeptReadings(store);
    }

    static Reading.Known read(int second, Name name, double number) {
        return read(second, Map.of(name, new Value.Quantity(number)));
    }

    static Reading.Known read(int second, Map<Name, Value> values, Part... parts) {
        return new Reading.Known(
                START.plusSeconds(second), Duration.ZERO, new Values(values), List.of(parts));
    }

    static Part part(String job, Name name, double number) {
        return new Part(
                Labels.of(Map.of("job", job)),
                new Values(Map.of(name, new Value.Quantity(number))));
    }

    /// As a rule is handed it: with the values of a part over those of the whole.
    static Reading.Known of(Reading.Known whole, Part part) {
        Map<Name, Value> values = new HashMap<>(whole.values().byName());
        values.putAll(part.values().byName());
        return new Reading.Known(whole.at(), whole.took(), new Values(values));
    }

    final void add(Reading.Known... readings) {
        kept.add(
                List.of(readings).stream()
                        .map(reading -> new KeptReadings.OfCheck(QUEUE, reading))
                        .toList());
    }

    /// What came within the window that ends with a reading, which is kept after that as the engine
    /// does.
    final OptionalDouble look(Reading.Known reading, Name name, Duration window) {
        OptionalDouble within = kept.past(QUEUE).until(reading, Labels.NONE).within(name, window);
        add(reading);
        return within;
    }
}
