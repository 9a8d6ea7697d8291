package pikett.config.shape;

import java.util.Map;
import java.util.Optional;

/// A value that must obey a rule which needs to know more than its text.
public record Ruled<T>(Shape<T> written, Rule<T> rule) implements Shape<T> {
    /// Looks at a sound value, and reports what is wrong with it.
    @FunctionalInterface
    public interface Rule<T> {
        void check(T value, YamlNode node, Reading reading);
    }

    @Override
    public Optional<T> read(YamlNode node, Reading reading) {
        Optional<T> value = written.read(node, reading);
        value.ifPresent(sound -> rule.check(sound, node, reading));
        return value;
    }

    @Override
    public Object print(YamlNode node) {
        return written.print(node);
    }

    @Override
    public Map<String, Object> schema() {
        return written.schema();
    }
}
