package pikett.alerts.inbound;

import java.util.Map;
import java.util.function.UnaryOperator;
import pikett.alerts.label.Fingerprint;
import pikett.alerts.label.Labels;

/// What labels an alert of others may have: how many, how long, and without secrets.
final class LabelLimits {
    static final int MOST = 64;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_VALUE = 1_000;

    /// Hexadecimal digits.
    private static final int TELLS_APART = 4;

    private LabelLimits() {}

    /// The labels. A value that is too long is cut, with a fingerprint of the whole at its end so that two
    /// stay two: to refuse the alert would lose it. So it is with a value that holds a secret; of that the
    /// fingerprint is too short to find the secret by it.
    ///
    /// @param redaction takes secrets out of a text; it is given `name=value`, since a name may tell
    /// @param pointer where they stand, for the sentence that says what is wrong
    static Labels of(Map<String, String> labels, UnaryOperator<String> redaction, String pointer) {
        if (labels.size() > MOST) {
            throw new RefusedException(
                    "%s has %d labels, at most %d can be kept."
                            .formatted(pointer, labels.size(), MOST));
        }
        if (labels.keySet().stream().anyMatch(name -> name.length() > LONGEST_NAME)) {
            throw new RefusedException(
                    "%s has a label whose name is longer than %d characters."
                            .formatted(pointer, LONGEST_NAME));
        }
        labels.replaceAll((name, value) -> cut(redacted(name, value, redaction)));
        return Labels.of(labels);
    }

    private static String redacted(String name, String value, UnaryOperator<String> redaction) {
        String named = name + "=";
        String said = redaction.apply(named + value);
        if (said.equals(named + value)) {
            return value;
        }
        String rest = said.startsWith(named) ? said.substring(named.length()) : said;
        return rest + "…" + fingerprint(value).substring(0, TELLS_APART);
    }

    private static String cut(String value) {
        return value.length() <= LONGEST_VALUE
                ? value
                : value.substring(0, LONGEST_VALUE) + "…" + fingerprint(value);
    }

    private static String fingerprint(String value) {
        return Fingerprint.of("label", Labels.of(Map.of("value", value))).value();
    }
}
