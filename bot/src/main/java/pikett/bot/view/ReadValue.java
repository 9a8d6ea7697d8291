package pikett.bot.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import pikett.alerts.reading.Reading;
import pikett.alerts.reading.Value;
import pikett.alerts.reading.Values;
import pikett.alerts.rule.Because;
import pikett.config.condition.ConditionText;
import pikett.config.condition.Name;
import pikett.config.offer.Offer;
import pikett.config.offer.Offered;
import pikett.config.offer.ProbeKind;
import pikett.config.offer.ValueType;

/// One value of the last reading of a check.
///
/// @param name as it would be written in a condition, with the labels of the part that it is of
/// @param offered what its probe says of it; empty for a metric
record ReadValue(Name name, Value value, Optional<Offered> offered) {
    /// What checks that are written down can look at. What two of them offer is the same for both.
    private static final List<ProbeKind> WRITTEN =
            List.of(
                    ProbeKind.HTTP,
                    ProbeKind.COMMAND,
                    ProbeKind.LOGS,
                    ProbeKind.PROMETHEUS,
                    ProbeKind.TCP);

    /// Everything that was read, in the order in which a person is told; the fullest disk first.
    ///
    /// @param check its name, which says what it looks at
    static List<ReadValue> of(String check, Reading.Known reading) {
        List<ProbeKind> kinds = kinds(check);
        List<ReadValue> all = new ArrayList<>();
        add(all, kinds, reading.values(), Map.of());
        reading.parts().forEach(part -> add(all, kinds, part.values(), part.labels().asMap()));
        List<String> order =
                kinds.stream().flatMap(kind -> kind.offer().values().keySet().stream()).toList();
        all.sort(
                Comparator.comparingInt((ReadValue value) -> place(order, value))
                        .thenComparingDouble(value -> value.isDisk() ? -value.number() : 0)
                        .thenComparing(ReadValue::text));
        return all;
    }

    /// The name as it would be written in a condition.
    String text() {
        return ConditionText.of(name);
    }

    /// What its number counts.
    Because.Unit unit() {
        return switch (offered.map(Offered::type).orElse(ValueType.MEASURE)) {
            case SHARE -> Because.Unit.SHARE;
            case TIME -> Because.Unit.SECONDS;
            case SIZE -> Because.Unit.BYTES;
            case FLAG, COUNT, LOAD, MEASURE, TEXT, DOCUMENT -> Because.Unit.PLAIN;
        };
    }

    boolean is(String base) {
        return name.base().equals(base);
    }

    private boolean isDisk() {
        return is("disk");
    }

    private double number() {
        return value instanceof Value.Quantity(double number) ? number : 0;
    }

    private static List<ProbeKind> kinds(String check) {
        return switch (check.substring(0, Math.max(0, check.indexOf(':')))) {
            case "host" -> List.of(ProbeKind.HOST);
            case "service" -> List.of(ProbeKind.PROCESS);
            case "health" -> List.of(ProbeKind.HEALTH);
            case "queue" -> List.of(ProbeKind.QUEUE);
            // What they read is called as it is of a program and of what it prints.
            case "heartbeat" -> List.of(ProbeKind.PROCESS, ProbeKind.COMMAND);
            default -> WRITTEN;
        };
    }

    private static void add(
            List<ReadValue> all, List<ProbeKind> kinds, Values values, Map<String, String> part) {
        values.byName()
                .forEach((name, value) -> {
                    Map<String, String> labels = new TreeMap<>(part);
                    labels.putAll(name.labels());
                    Name whole = new Name(name.base(), name.path(), name.argument(), labels);
                    all.add(new ReadValue(whole, value, offered(kinds, name.base())));
                });
    }

    private static Optional<Offered> offered(List<ProbeKind> kinds, String base) {
        return kinds.stream()
                .map(ProbeKind::offer)
                .map(Offer::values)
                .flatMap(values -> Stream.ofNullable(values.get(base)))
                .findFirst();
    }

    private static int place(List<String> order, ReadValue value) {
        int place = order.indexOf(value.name().base());
        return place < 0 ? order.size() : place;
    }
}
