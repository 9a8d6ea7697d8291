package pikett.config.shape;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// How a value is written in the file.
///
/// Shapes are immutable and safe for use by many threads.
///
/// @param <T> what the program gets from it
public interface Shape<T> {
    /// The value; empty when something is wrong, which has been reported to the reading.
    Optional<T> read(YamlNode node, Reading reading);

    /// What a sound node says, with defaults filled in and secrets masked: maps, lists, texts, numbers,
    /// booleans.
    Object print(YamlNode node);

    /// The JSON schema (draft 2020-12) of what may be written.
    Map<String, Object> schema();

    /// The same writing for another value.
    default <R> Shape<R> map(Function<? super T, ? extends R> change) {
        Shape<T> written = this;
        return new Shape<>() {
            @Override
            public Optional<R> read(YamlNode node, Reading reading) {
                return written.read(node, reading).map(change);
            }

            @Override
            public Object print(YamlNode node) {
                return written.print(node);
            }

            @Override
            public Map<String, Object> schema() {
                return written.schema();
            }
        };
    }
}
