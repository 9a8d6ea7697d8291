package pikett.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The fields of a JSON object, read strictly: a field of another type than expected is an
/// [UnexpectedShapeException], never a default value.
record Fields(JsonNode node, String path) {
    static Fields of(JsonNode node) {
        return of(node, "update");
    }

    private static Fields of(JsonNode node, String path) {
        if (!node.isObject()) {
            throw new UnexpectedShapeException(path + " is not an object");
        }
        return new Fields(node, path);
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    boolean isTrue(String name) {
        return node.path(name).asBoolean(false);
    }

    Optional<Fields> object(String name) {
        return has(name) ? Optional.of(of(node.get(name), path + "." + name)) : Optional.empty();
    }

    Fields required(String name) {
        return object(name).orElseThrow(() -> missing(name));
    }

    List<Fields> array(String name) {
        List<Fields> elements = new ArrayList<>();
        for (JsonNode element : node.path(name)) {
            elements.add(of(element, path + "." + name));
        }
        return elements;
    }

    Optional<String> optionalText(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (!node.get(name).isTextual()) {
            throw new UnexpectedShapeException(path + "." + name + " is not text");
        }
        return Optional.of(node.get(name).textValue());
    }

    String requiredText(String name) {
        return optionalText(name).orElseThrow(() -> missing(name));
    }

    Optional<Long> optionalLong(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        JsonNode value = node.get(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new UnexpectedShapeException(path + "." + name + " is not a whole number");
        }
        return Optional.of(value.longValue());
    }

    long requiredLong(String name) {
        return optionalLong(name).orElseThrow(() -> missing(name));
    }

    int requiredInt(String name) {
        long value = requiredLong(name);
        if (value != (int) value) {
            throw new UnexpectedShapeException(path + "." + name + " is too large");
        }
        return (int) value;
    }

    /// Seconds since 1970; one that no calendar has is no time.
    Instant requiredInstant(String name) {
        try {
            return Instant.ofEpochSecond(requiredLong(name));
        } catch (DateTimeException _) {
            throw new UnexpectedShapeException(path + "." + name + " is no time");
        }
    }

    Optional<String> firstNameOtherThan(String name) {
        for (String field : (Iterable<String>) node::fieldNames) {
            if (!field.equals(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    private UnexpectedShapeException missing(String name) {
        return new UnexpectedShapeException(path + "." + name + " is missing");
    }
}
