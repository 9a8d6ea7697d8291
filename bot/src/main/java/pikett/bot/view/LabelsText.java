package pikett.bot.view;

import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import pikett.alerts.alert.Alert;
import pikett.alerts.inbound.Account;
import pikett.alerts.label.Labels;
import pikett.bot.card.CardLimits;

/// Labels as people read them: `job=api, region=eu`.
final class LabelsText {
    /// What the title of an alert says already.
    private static final Set<String> IN_TITLE =
            Set.of(
                    Labels.ALERT_NAME,
                    Labels.CHECK,
                    Labels.HEARTBEAT,
                    Labels.HOST,
                    Labels.SERVICE,
                    Labels.QUEUE,
                    Labels.MOUNT,
                    Labels.SEVERITY);

    private static final int LONGEST_VALUE = 60;
    private static final int LONGEST = 160;

    private LabelsText() {}

    /// What tells an alert from others of the same title; empty when nothing does.
    ///
    /// @param redaction takes secrets out of a text; used before anything is cut
    static Optional<String> beyondTitle(Alert alert, UnaryOperator<String> redaction) {
        String title = Account.of(alert.latest().facts()).title().orElse("");
        String all =
                alert.labels().asMap().entrySet().stream()
                        .filter(label -> !IN_TITLE.contains(label.getKey()))
                        .filter(label -> !label.getValue().equals(title))
                        .map(label -> redaction.apply(label.getKey() + "=" + label.getValue()))
                        .map(label -> CardLimits.cut(label, LONGEST_VALUE))
                        .collect(Collectors.joining(", "));
        return Optional.of(CardLimits.cut(all, LONGEST)).filter(text -> !text.isEmpty());
    }

    /// All of them.
    ///
    /// @param redaction takes secrets out of a text; used before anything is cut
    static String all(Labels labels, UnaryOperator<String> redaction) {
        String all =
                labels.asMap().entrySet().stream()
                        .map(label -> redaction.apply(label.getKey() + "=" + label.getValue()))
                        .map(label -> CardLimits.cut(label, LONGEST_VALUE))
                        .collect(Collectors.joining(", "));
        return CardLimits.cut(all, LONGEST);
    }
}
