package pikett.alerts.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import pikett.alerts.condition.Evaluation;
import pikett.alerts.label.Labels;
import pikett.alerts.reading.Part;
import pikett.alerts.reading.Reading;
import pikett.alerts.reading.Value;
import pikett.alerts.reading.Values;
import pikett.config.condition.Name;

/// The numbers of a reading. Pure.
final class Numbers {
    /// More would be a page of metrics that nobody asked for.
    static final int MOST = 200;

    private Numbers() {}

    /// What is to be kept of a reading: what conditions ask for first, and not more than [#MOST].
    ///
    /// @param asked what conditions ask for over a time
    static Map<SeriesKey, Double> of(String check, Reading.Known reading, Collection<Name> asked) {
        Map<SeriesKey, Double> all = new LinkedHashMap<>();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(Labels.NONE, reading.values()));
        parts.addAll(reading.parts());
        for (Part part : parts) {
            Reading.Known ofPart = new Reading.Known(reading.at(), reading.took(), part.values());
            for (Name name : asked) {
                put(all, SeriesKey.of(check, name, part.labels()), Evaluation.number(name, ofPart));
            }
        }
        for (Part part : parts) {
            quantities(part.values())
                    .forEach((name, number) ->
                            put(
                                    all,
                                    SeriesKey.of(check, name, part.labels()),
                                    OptionalDouble.of(number)));
        }
        return all;
    }

    private static void put(Map<SeriesKey, Double> all, SeriesKey key, OptionalDouble number) {
        // Some databases have no word for what is no number, or for one without an end.
        if (number.isPresent() && Double.isFinite(number.getAsDouble()) && all.size() < MOST) {
            all.putIfAbsent(key, number.getAsDouble());
        }
    }

    private static Map<Name, Double> quantities(Values values) {
        Map<Name, Double> quantities = new HashMap<>();
        values.byName()
                .forEach((name, value) -> {
                    if (value instanceof Value.Quantity(double number)) {
                        quantities.put(name, number);
                    }
                });
        return quantities;
    }
}
