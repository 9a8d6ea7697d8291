package pikett.alerts.probe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pikett.alerts.label.Labels;
import pikett.alerts.reading.Part;
import pikett.alerts.reading.Value;
import pikett.alerts.reading.Values;
import pikett.config.condition.Name;

/// The parts that a look finds. For one thread.
final class Parts {
    /// Each may become an alert: more are a question that was asked wrongly.
    static final int MOST = 1000;

    private final Map<Labels, Map<Name, Value>> byLabels = new LinkedHashMap<>();

    /// Adds a value of a part. What is no number is kept as such: the part is there, and nothing is known
    /// of it.
    ///
    /// @return false when that part has one of this name already
    boolean add(Labels labels, Name name, double number) {
        return byLabels.computeIfAbsent(labels, _ -> new HashMap<>())
                        .putIfAbsent(name, new Value.Quantity(number))
                == null;
    }

    int size() {
        return byLabels.size();
    }

    List<Part> all() {
        List<Part> parts = new ArrayList<>();
        byLabels.forEach((labels, values) -> parts.add(new Part(labels, new Values(values))));
        return parts;
    }
}
