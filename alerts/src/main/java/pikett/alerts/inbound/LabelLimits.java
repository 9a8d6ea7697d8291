package pikett.alerts.inbound;

import java.util.Map;
import pikett.alerts.label.Fingerprint;
import pikett.alerts.label.Labels;

/// How many labels an alert of others may have, and how long they may be.
final class LabelLimits {
    static final int MOST = 64;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_VALUE = 1_000;

    private LabelLimits() {}

    /// The labels. A value that is too long is cut, with a fingerprint of the whole at its end so that two
    /// stay two: to refuse the alert would lose it.
    ///
    /// @param pointer where they stand, for the sentence that says what is wrong
    static Labels of(Map<String, String> labels, String pointer) {
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
        labels.replaceAll((_, value) -> cut(value));
        return Labels.of(labels);
    }

    private static String cut(String value) {
        return value.length() <= LONGEST_VALUE
                ? value
                : value.substring(0, LONGEST_VALUE)
                        + "…"
                        + Fingerprint.of("label", Labels.of(Map.of("value", value))).value();
    }
}
