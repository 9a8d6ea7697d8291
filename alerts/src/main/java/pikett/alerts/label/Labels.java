package pikett.alerts.label;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import pikett.adapters.store.StorableText;

/// A set of names with values. Immutable; a label without a value is the same as none.
public final class Labels {
    public static final String ALERT_NAME = "alertname";
    public static final String SEVERITY = "severity";
    public static final String SERVICE = "service";
    public static final String HOST = "host";
    public static final String QUEUE = "queue";

    /// The name of a check that is written in the configuration.
    public static final String CHECK = "check";

    /// The name of a job that must call in.
    public static final String HEARTBEAT = "heartbeat";

    /// Where a disk is mounted.
    public static final String MOUNT = "mount";

    /// No labels.
    public static final Labels NONE = new Labels(new TreeMap<>());

    private final SortedMap<String, String> values;

    private Labels(SortedMap<String, String> values) {
        this.values = Collections.unmodifiableSortedMap(values);
    }

    /// The labels of a map. What no database could keep is replaced.
    public static Labels of(Map<String, String> values) {
        SortedMap<String, String> kept = new TreeMap<>();
        values.forEach((name, value) -> {
            if (!value.isEmpty()) {
                kept.put(StorableText.of(name), StorableText.of(value));
            }
        });
        return new Labels(kept);
    }

    /// The value of a label, empty text when there is none.
    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    /// The same labels with another value of one of them.
    public Labels with(String name, String value) {
        SortedMap<String, String> changed = new TreeMap<>(values);
        changed.put(name, value);
        return of(changed);
    }

    /// Those of these names that have a value.
    public Labels only(Collection<String> names) {
        SortedMap<String, String> kept = new TreeMap<>(values);
        kept.keySet().retainAll(names);
        return new Labels(kept);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /// All of them by name, in the order of the names.
    public SortedMap<String, String> asMap() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Labels labels && labels.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
