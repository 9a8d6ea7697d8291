package pikett.alerts.exposition;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Numbers as Prometheus and the programs that it asks write them.
public final class MetricNumber {
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?+(?:[0-9]++\\.?+[0-9]*+|\\.[0-9]++)(?:[eE][-+]?+[0-9]++)?+");

    private MetricNumber() {}

    /// The number; empty when the text is none. `NaN` and `+Inf` are numbers here.
    public static OptionalDouble read(String text) {
        if (DECIMAL.matcher(text).matches()) {
            return OptionalDouble.of(Double.parseDouble(text));
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan" -> OptionalDouble.of(Double.NaN);
            case "inf", "+inf", "infinity", "+infinity" ->
                    OptionalDouble.of(Double.POSITIVE_INFINITY);
            case "-inf", "-infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
            default -> OptionalDouble.empty();
        };
    }
}
