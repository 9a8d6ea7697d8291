package pikett.alerts.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import pikett.alerts.alert.Facts;
import pikett.alerts.condition.Fact;
import pikett.alerts.reading.Value;
import pikett.config.condition.ConditionText;
import pikett.config.condition.Limit;

/// The values that made an alert fire, as its facts keep them.
public record Because(List<Told> values) {
    private static final String KEY = "because";
    private static final int LONGEST_TEXT = 200;
    private static final JsonMapper JSON = new JsonMapper();

    public Because {
        values = List.copyOf(values);
    }

    /// One value.
    ///
    /// @param name as written in the condition
    /// @param unit what its number counts
    /// @param limit what it was held against, as written in the condition, such as `> 100 in 10m`; empty
    ///     for a value that is itself true or false
    public record Told(String name, Value value, Unit unit, Optional<String> limit) {}

    /// What a number counts.
    public enum Unit {
        PLAIN,
        /// From 0 to 1.
        SHARE,
        SECONDS,
        BYTES
    }

    public static Because of(List<Fact> facts) {
        return new Because(facts.stream().map(Because::told).toList());
    }

    /// The same with every text changed, as to take secrets out of it.
    public Because map(UnaryOperator<String> change) {
        return new Because(
                values.stream()
                        .map(told ->
                                new Told(
                                        told.name(),
                                        told.value() instanceof Value.Text(String text)
                                                ? new Value.Text(change.apply(text))
                                                : told.value(),
                                        told.unit(),
                                        told.limit()))
                        .toList());
    }

    /// As an alert keeps them.
    public Facts facts() {
        return in(JSON.createObjectNode());
    }

    /// The same facts with these values in them.
    public Facts in(Facts facts) {
        return in(object(facts));
    }

    /// What an alert keeps. Facts of another kind, or none, give nothing.
    public static Because of(Facts facts) {
        List<Told> values = new ArrayList<>();
        for (JsonNode node : object(facts).path(KEY)) {
            values.add(
                    new Told(
                            node.path("name").asText(),
                            value(node.path("value")),
                            unit(node.path("unit").asText()),
                            Optional.of(node.path("limit").asText(""))
                                    .filter(limit -> !limit.isEmpty())));
        }
        return new Because(values);
    }

    private Facts in(ObjectNode object) {
        var array = object.putArray(KEY);
        for (Told told : values) {
            ObjectNode node = array.addObject().put("name", told.name());
            switch (told.value()) {
                case Value.Quantity(double number) -> node.put("value", number);
                case Value.Text(String text) -> node.put("value", cut(text));
                case Value.Flag(boolean set) -> node.put("value", set);
                case Value.Document document -> node.put("value", cut(document.text()));
            }
            node.put("unit", told.unit().name());
            told.limit().ifPresent(limit -> node.put("limit", limit));
        }
        return new Facts(object.toString());
    }

    private static Told told(Fact fact) {
        return new Told(
                ConditionText.of(fact.name()),
                fact.value(),
                fact.threshold().map(threshold -> unit(threshold.limit())).orElse(Unit.PLAIN),
                fact.threshold().map(Because::limit));
    }

    private static String limit(Fact.Threshold threshold) {
        return ConditionText.of(threshold.operator(), threshold.limit(), threshold.window());
    }

    private static Unit unit(Limit limit) {
        return switch (limit) {
            case Limit.Percent _ -> Unit.SHARE;
            case Limit.Time _ -> Unit.SECONDS;
            case Limit.Size _ -> Unit.BYTES;
            case Limit.Plain _, Limit.PerCpu _, Limit.Text _ -> Unit.PLAIN;
        };
    }

    private static Unit unit(String name) {
        for (Unit unit : Unit.values()) {
            if (unit.name().equals(name)) {
                return unit;
            }
        }
        return Unit.PLAIN;
    }

    private static Value value(JsonNode node) {
        if (node.isNumber()) {
            return new Value.Quantity(node.doubleValue());
        }
        return node.isBoolean()
                ? new Value.Flag(node.booleanValue())
                : new Value.Text(node.asText());
    }

    private static ObjectNode object(Facts facts) {
        try {
            return JSON.readTree(facts.json()) instanceof ObjectNode object
                    ? object
                    : JSON.createObjectNode();
        } catch (JsonProcessingException _) {
            return JSON.createObjectNode();
        }
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }
}
