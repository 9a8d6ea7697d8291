package pikett.adapters.process;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// The few fields of a JSON object that were asked for; everything else is passed by and never kept,
/// because what supervisors print contains the environment of programs, with their secrets.
///
/// @param texts scalar values by dotted path, such as `pm2_env.status`; nulls are left out
record PickedFields(Map<String, String> texts) {
    private static final JsonFactory JSON = new JsonFactory();

    PickedFields {
        texts = Map.copyOf(texts);
    }

    /// The fields of the object that is the whole text; empty when it is not one. What was wrong with the
    /// text is not told, because telling would quote it.
    static Optional<PickedFields> ofObject(String json, Set<String> paths) {
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            PickedFields fields = object(parser, paths);
            return parser.nextToken() == null ? Optional.of(fields) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// The fields of each object in the array with which the text begins; what follows the array is not
    /// looked at. Empty when there is no such array.
    static Optional<List<PickedFields>> ofArray(String json, int from, Set<String> paths) {
        try (JsonParser parser = JSON.createParser(json.substring(from))) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return Optional.empty();
            }
            List<PickedFields> all = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() != JsonToken.START_OBJECT) {
                    return Optional.empty();
                }
                all.add(object(parser, paths));
            }
            return Optional.of(List.copyOf(all));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    Optional<String> text(String path) {
        return Optional.ofNullable(texts.get(path));
    }

    OptionalLong whole(String path) {
        OptionalDouble number = number(path);
        return number.isPresent() && Math.abs(number.getAsDouble()) < Long.MAX_VALUE
                ? OptionalLong.of((long) number.getAsDouble())
                : OptionalLong.empty();
    }

    OptionalInt count(String path) {
        OptionalLong whole = whole(path);
        return whole.isPresent() && whole.getAsLong() >= 0
                ? OptionalInt.of((int) Math.min(whole.getAsLong(), Integer.MAX_VALUE))
                : OptionalInt.empty();
    }

    OptionalDouble number(String path) {
        String text = texts.get(path);
        if (text == null) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(text);
            // Less than nothing by a sign alone is nothing.
            return Double.isFinite(value) ? OptionalDouble.of(value + 0.0) : OptionalDouble.empty();
        } catch (NumberFormatException _) {
            return OptionalDouble.empty();
        }
    }

    private static PickedFields object(JsonParser parser, Set<String> paths)
            throws JacksonException, IOException {
        Map<String, String> texts = new HashMap<>();
        collect(parser, "", paths, texts);
        return new PickedFields(texts);
    }

    private static void collect(
            JsonParser parser, String prefix, Set<String> paths, Map<String, String> into)
            throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            if (parser.currentToken() == null) {
                return;
            }
            String path = prefix + parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT && isOnTheWay(path, paths)) {
                collect(parser, path + ".", paths, into);
            } else if (value != null && value.isStructStart()) {
                parser.skipChildren();
            } else if (paths.contains(path) && value != JsonToken.VALUE_NULL) {
                into.put(path, parser.getText());
            }
        }
    }

    private static boolean isOnTheWay(String path, Set<String> paths) {
        return paths.stream().anyMatch(wanted -> wanted.startsWith(path + "."));
    }
}
