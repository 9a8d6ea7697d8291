package pikett.alerts.condition;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import pikett.alerts.reading.Reading;
import pikett.alerts.reading.Value;
import pikett.config.condition.Limit;
import pikett.config.condition.Name;
import pikett.config.condition.Operator;

/// The values that a condition asks for, and how they compare with its limits.
final class Measures {
    private static final Name CPUS = Name.of("cpus");

    private final Reading.Known reading;
    private final Series series;

    Measures(Reading.Known reading, Series series) {
        this.reading = reading;
        this.series = series;
    }

    /// The value as it was read, or what is calculated from it: `age(stdout)`, `number(stdout)`.
    Optional<Value> now(Name name) {
        Optional<Value> read = reading.values().get(name);
        if (read.isPresent()
                || !(name.argument().orElse(null) instanceof Name.Argument.Word(String word))) {
            return read;
        }
        Name source = Name.of(word);
        if (!(reading.values().get(source).orElse(null) instanceof Value.Text(String text))) {
            return Optional.empty();
        }
        return switch (name.base()) {
            case "age" -> Written.moment(text).map(this::age);
            case "number" -> quantity(Written.number(text));
            default -> Optional.empty();
        };
    }

    Optional<Value> within(Name name, Duration window) {
        return quantity(series.within(name, window));
    }

    /// Empty when they are of different kinds, which tells nothing.
    Optional<Boolean> compare(Value value, Operator operator, Limit limit) {
        return switch (value) {
            case Value.Quantity(double number) -> numbers(number, operator, number(limit));
            case Value.Text(String text) ->
                    limit instanceof Limit.Text(String other)
                            ? texts(text, operator, other)
                            : Optional.empty();
            case Value.Flag _, Value.Document _ -> Optional.empty();
        };
    }

    private Value age(Instant moment) {
        return new Value.Quantity(Duration.between(moment, reading.at()).toMillis() / 1000.0);
    }

    /// In the fixed units of readings.
    private OptionalDouble number(Limit limit) {
        return switch (limit) {
            case Limit.Plain(var number) -> OptionalDouble.of(number.doubleValue());
            case Limit.Percent(var number) ->
                    OptionalDouble.of(number.movePointLeft(2).doubleValue());
            case Limit.Time(Duration time) -> OptionalDouble.of(time.toMillis() / 1000.0);
            case Limit.Size(long bytes) -> OptionalDouble.of((double) bytes);
            case Limit.PerCpu(var number) ->
                    reading.values().get(CPUS).orElse(null) instanceof Value.Quantity(double cpus)
                                    && cpus > 0
                            ? OptionalDouble.of(number.doubleValue() * cpus)
                            : OptionalDouble.empty();
            case Limit.Text _ -> OptionalDouble.empty();
        };
    }

    private static Optional<Boolean> numbers(
            double value, Operator operator, OptionalDouble limit) {
        if (Double.isNaN(value) || limit.isEmpty()) {
            return Optional.empty();
        }
        double other = limit.getAsDouble();
        return Optional.of(
                switch (operator) {
                    case EQUAL -> value == other;
                    case DIFFERENT -> value != other;
                    case LESS -> value < other;
                    case AT_MOST -> value <= other;
                    case GREATER -> value > other;
                    case AT_LEAST -> value >= other;
                });
    }

    private static Optional<Boolean> texts(String value, Operator operator, String other) {
        return switch (operator) {
            case EQUAL -> Optional.of(value.equals(other));
            case DIFFERENT -> Optional.of(!value.equals(other));
            case LESS, AT_MOST, GREATER, AT_LEAST -> Optional.empty();
        };
    }

    private static Optional<Value> quantity(OptionalDouble number) {
        return number.isPresent()
                ? Optional.of(new Value.Quantity(number.getAsDouble()))
                : Optional.empty();
    }
}
