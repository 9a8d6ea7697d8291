package pikett.playground.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import pikett.playground.botapi.json.Json;

/// One call of a method, with its parameters as text whatever encoding they came in.
///
/// @param method in lower case, as methods are not case-sensitive
record Call(String method, Map<String, String> parameters, Map<String, Upload> uploads) {
    /// The parameter, empty if it is not given.
    String text(String name) {
        return parameters.getOrDefault(name, "");
    }

    boolean has(String name) {
        return !text(name).isEmpty();
    }

    /// The number at the beginning of the parameter, 0 if there is none, as the real server reads it.
    int integer(String name) {
        return integer(name, 0);
    }

    int integer(String name, int otherwise) {
        String digits = text(name).strip();
        if (digits.isEmpty()) {
            return otherwise;
        }
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    long number(String name) {
        try {
            return Long.parseLong(text(name).strip());
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    /// `true`, `yes` or `1`, in any case.
    boolean flag(String name) {
        return text(name).strip().toLowerCase(Locale.ROOT).matches("true|yes|1");
    }

    /// The parameter as JSON; nothing if it is not given or not JSON.
    Optional<JsonNode> json(String name) {
        return has(name) ? Json.parse(text(name)) : Optional.empty();
    }
}
