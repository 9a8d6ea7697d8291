package pikett.alerts.label;

import java.util.Objects;
import pikett.alerts.pattern.PatientPattern;
import pikett.config.match.Comparison;
import pikett.config.match.LabelMatch;

/// A condition on one label, as in Alertmanager: a missing label has the empty value, and a regular
/// expression must match the whole value. A value that an expression takes too long for matches neither
/// it nor its opposite: in doubt nothing is hidden. Immutable.
public final class Matcher {
    private final String name;
    private final Comparison comparison;
    private final String value;
    private final PatientPattern pattern;

    /// @param value the value, or the regular expression
    /// @throws java.util.regex.PatternSyntaxException when it should be an expression and is none
    public Matcher(String name, Comparison comparison, String value) {
        this.name = name;
        this.comparison = comparison;
        this.value = value;
        this.pattern = new PatientPattern(comparison.pattern(value));
    }

    /// As it is written in the configuration.
    public static Matcher of(LabelMatch written) {
        return new Matcher(written.name(), written.comparison(), written.value());
    }

    public static Matcher equal(String name, String value) {
        return new Matcher(name, Comparison.EQUALS, value);
    }

    public String name() {
        return name;
    }

    public Comparison comparison() {
        return comparison;
    }

    public String value() {
        return value;
    }

    public boolean matches(Labels labels) {
        String actual = labels.get(name);
        return switch (comparison) {
            case EQUALS -> actual.equals(value);
            case DIFFERS -> !actual.equals(value);
            case MATCHES -> pattern.matches(actual).orElse(false);
            case MATCHES_NOT -> !pattern.matches(actual).orElse(true);
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Matcher matcher
                && matcher.name.equals(name)
                && matcher.comparison == comparison
                && matcher.value.equals(value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, comparison, value);
    }

    /// As it is written in the configuration, such as `severity="critical"`.
    @Override
    public String toString() {
        String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return name + comparison.sign() + '"' + escaped + '"';
    }
}
