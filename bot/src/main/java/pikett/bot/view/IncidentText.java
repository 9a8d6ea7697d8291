package pikett.bot.view;

import static pikett.bot.language.Arg.arg;

import java.util.Optional;
import java.util.stream.Stream;
import pikett.alerts.alert.Alert;
import pikett.alerts.label.Labels;
import pikett.bot.card.CardLimits;
import pikett.bot.language.Phrases;
import pikett.config.Severity;

/// What an alert says, in a few words.
final class IncidentText {
    private static final int LONGEST_NAME = 60;

    private IncidentText() {}

    /// The worst of an incident's alerts speaks for it.
    static String title(Phrases phrases, IncidentFacts facts) {
        boolean over = facts.story().incident().resolved();
        return facts.alerts().stream()
                .max((one, other) -> one.worst().compareTo(other.worst()))
                .map(alert -> title(phrases, alert.labels(), over))
                .orElse("#" + facts.story().incident().number().value());
    }

    /// @param over whether it is said that it is no longer so
    static String title(Phrases phrases, Labels labels, boolean over) {
        String service = labels.get(Labels.SERVICE);
        String host = labels.get(Labels.HOST);
        return switch (labels.get(Labels.ALERT_NAME)) {
            case "ServiceDown" ->
                    named(
                            phrases,
                            over ? IncidentPhrase.SERVICE_UP : IncidentPhrase.SERVICE_DOWN,
                            service);
            case "RestartLoop" ->
                    named(
                            phrases,
                            over ? IncidentPhrase.RESTART_LOOP_OVER : IncidentPhrase.RESTART_LOOP,
                            service);
            case "HostUnreachable" ->
                    named(
                            phrases,
                            over ? IncidentPhrase.HOST_REACHED : IncidentPhrase.HOST_UNREACHABLE,
                            host);
            case "PikettBlind" ->
                    phrases.text(over ? IncidentPhrase.SEES_AGAIN : IncidentPhrase.BLIND);
            default -> other(phrases, labels, over);
        };
    }

    private static String named(Phrases phrases, IncidentPhrase what, String name) {
        return phrases.text(what, arg("name", CardLimits.cut(name, LONGEST_NAME)));
    }

    private static String other(Phrases phrases, Labels labels, boolean over) {
        String name =
                Stream.of(Labels.SERVICE, "queue", "check", Labels.HOST, "instance")
                        .map(labels::get)
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .orElse("–");
        return phrases.text(
                over ? IncidentPhrase.OTHER_OVER : IncidentPhrase.OTHER,
                arg("alert", CardLimits.cut(labels.get(Labels.ALERT_NAME), LONGEST_NAME)),
                arg("name", CardLimits.cut(name, LONGEST_NAME)));
    }

    static String severity(Phrases phrases, Severity severity) {
        return phrases.text(
                switch (severity) {
                    case CRITICAL -> IncidentPhrase.CRITICAL;
                    case WARNING -> IncidentPhrase.WARNING;
                    case INFO -> IncidentPhrase.INFO;
                });
    }

    static String icon(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "🔴";
            case WARNING -> "🟠";
            case INFO -> "🔵";
        };
    }

    /// The host of an alert that is about something on it.
    static Optional<String> place(Alert alert) {
        String host = alert.labels().get(Labels.HOST);
        return Optional.of(CardLimits.cut(host, LONGEST_NAME)).filter(name -> !name.isEmpty());
    }
}
