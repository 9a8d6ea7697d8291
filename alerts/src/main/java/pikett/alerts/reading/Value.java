package pikett.alerts.reading;

import com.fasterxml.jackson.databind.JsonNode;

/// A value of a reading.
public sealed interface Value {
    /// A number, in the fixed unit of its name: seconds, bytes, a ratio from 0 to 1, or a count.
    record Quantity(double number) implements Value {}

    /// A text.
    record Text(String text) implements Value {}

    /// Yes or no.
    record Flag(boolean set) implements Value {}

    /// A JSON document, opened by path. Nobody changes it.
    ///
    /// @param text the document as it was written
    record Document(JsonNode root, String text) implements Value {}
}
