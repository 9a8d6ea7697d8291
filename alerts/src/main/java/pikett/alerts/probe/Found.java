package pikett.alerts.probe;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import pikett.alerts.reading.Value;
import pikett.alerts.reading.Values;
import pikett.config.condition.Name;

/// The values that a look finds, in the fixed units of readings. What is empty is left out.
///
/// Used by one thread.
final class Found {
    private final Map<Name, Value> byName = new HashMap<>();

    Found flag(String name, boolean set) {
        return put(Name.of(name), new Value.Flag(set));
    }

    Found text(String name, String text) {
        return put(Name.of(name), new Value.Text(text));
    }

    Found number(Name name, double number) {
        return put(name, new Value.Quantity(number));
    }

    Found number(String name, OptionalDouble number) {
        number.ifPresent(found -> number(Name.of(name), found));
        return this;
    }

    Found number(String name, OptionalLong number) {
        number.ifPresent(found -> number(Name.of(name), (double) found));
        return this;
    }

    Found number(String name, OptionalInt number) {
        number.ifPresent(found -> number(Name.of(name), found));
        return this;
    }

    Found time(String name, Duration time) {
        return number(Name.of(name), time.toMillis() / 1000.0);
    }

    Found time(String name, Optional<Duration> time) {
        time.ifPresent(found -> time(name, found));
        return this;
    }

    Values values() {
        return new Values(byName);
    }

    Found put(Name name, Value value) {
        byName.put(name, value);
        return this;
    }
}
