package pikett.alerts.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import pikett.alerts.reading.Reading;
import pikett.alerts.reading.Value;
import pikett.alerts.reading.Values;
import pikett.config.condition.Name;
import pikett.config.offer.Offered;
import pikett.config.offer.ProbeKind;
import pikett.config.offer.ValueType;

/// Holds what probes give against what is offered of them when conditions are read.
final class Offering {
    private Offering() {}

    /// Every value is offered, is of the kind that conditions on it expect, and every name that is offered
    /// is given by one of the readings.
    static void isKept(ProbeKind kind, Set<String> calculated, Reading... readings) {
        Set<String> given = new HashSet<>(calculated);
        Arrays.stream(readings)
                .map(Offering::values)
                .forEach(values -> {
                    values.byName().forEach((name, value) -> isOffered(kind, name, value));
                    values.byName().keySet().forEach(name -> given.add(name.base()));
                });
        assertThat(given).containsExactlyInAnyOrderElementsOf(kind.offer().values().keySet());
    }

    static Values values(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Known.class);
        return ((Reading.Known) reading).values();
    }

    private static void isOffered(ProbeKind kind, Name name, Value value) {
        Offered offered =
                Optional.ofNullable(kind.offer().values().get(name.base()))
                        .orElseThrow(() -> new AssertionError(name + " is not offered"));
        assertThat(fits(offered.type(), value)).as("%s is %s", name, value).isTrue();
        assertThat(name.argument().isPresent())
                .as("whether %s is asked about something", name)
                .isEqualTo(offered.argument() != Offered.Argument.NONE);
        if (!offered.words().isEmpty()) {
            assertThat(offered.words()).contains(((Value.Text) value).text());
        }
    }

    private static boolean fits(ValueType type, Value value) {
        return switch (type) {
            case FLAG -> value instanceof Value.Flag;
            case COUNT, LOAD, SHARE, TIME, SIZE, MEASURE -> value instanceof Value.Quantity;
            case TEXT -> value instanceof Value.Text;
            case DOCUMENT -> true;
        };
    }

    static Optional<Value> value(Reading reading, Name name) {
        return values(reading).get(name);
    }

    static double number(Reading reading, Name name) {
        return value(reading, name)
                .map(value -> ((Value.Quantity) value).number())
                .orElseThrow(() -> new AssertionError(name + " was not found"));
    }

    static Optional<Value> value(Reading reading, String name) {
        return value(reading, Name.of(name));
    }

    static Optional<Value> flag(boolean set) {
        return Optional.of(new Value.Flag(set));
    }

    static Optional<Value> number(double number) {
        return Optional.of(new Value.Quantity(number));
    }
}
