package pikett.config.offer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pikett.config.condition.Name;

/// What a kind of probe offers.
///
/// @param values by the first word of their names
/// @param documents whether words after a dot open `body` as JSON
/// @param metrics whether every other name, with or without labels, is a metric
public record Offer(Map<String, Offered> values, boolean documents, boolean metrics) {
    public Offer {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    static Offer of(Map<String, Offered> values) {
        return new Offer(values, false, false);
    }

    /// The same without what is not among these words.
    public Offer only(List<String> words) {
        Map<String, Offered> left = new LinkedHashMap<>(values);
        left.keySet().retainAll(words);
        return new Offer(left, documents, metrics);
    }

    /// Whether this can only be a condition by itself.
    boolean standsAlone(Name name) {
        Offered offered = values.get(name.base());
        return offered != null && offered.alone();
    }
}
