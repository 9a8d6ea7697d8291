package pikett.bot.view;

import static pikett.bot.language.Arg.arg;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import pikett.alerts.alert.Alert;
import pikett.alerts.inbound.Account;
import pikett.alerts.label.AlertName;
import pikett.alerts.label.Labels;
import pikett.bot.card.CardLimits;
import pikett.bot.language.Arg;
import pikett.bot.language.Phrases;
import pikett.config.Severity;

/// What an alert says, in a few words.
final class IncidentText {
    private static final int LONGEST_NAME = 60;
    private static final String SOURCE = "source";

    /// Of two that are equally bad, the one that explains the other: a host its services, a program its
    /// endpoint.
    private static final Comparator<Alert> WORST =
            Comparator.comparing(Alert::worst)
                    .thenComparing(IncidentText::name, Comparator.reverseOrder());

    private IncidentText() {}

    /// The worst of an incident's alerts speaks for it.
    static String title(Phrases phrases, IncidentFacts facts) {
        boolean over = facts.story().incident().resolved();
        return facts.alerts().stream()
                .max(WORST)
                .map(alert -> title(phrases, alert, over))
                .orElse("#" + facts.story().incident().number().value());
    }

    /// What the alert's source calls it, or what its labels say.
    ///
    /// @param over whether it is said that it is no longer so
    static String title(Phrases phrases, Alert alert, boolean over) {
        return Account.of(alert.latest().facts())
                .title()
                .map(IncidentText::cut)
                .orElseGet(() -> title(phrases, alert.labels(), over));
    }

    /// @param over whether it is said that it is no longer so
    static String title(Phrases phrases, Labels labels, boolean over) {
        return AlertName.of(labels)
                // Others may use our names, without saying what we would say.
                .filter(name ->
                        Stream.of(about(name, labels)).noneMatch(arg -> arg.value().isEmpty()))
                .map(name -> phrases.text(new AlertPhrase(name, over), about(name, labels)))
                .orElseGet(() -> other(phrases, labels, over));
    }

    /// What an alert is about.
    private static Arg[] about(AlertName name, Labels labels) {
        return switch (name) {
            case PIKETT_BLIND -> new Arg[0];
            case DISK_FULL ->
                    new Arg[] {
                        named(labels, Labels.HOST), arg("mount", cut(labels.get(Labels.MOUNT)))
                    };
            case HOST_UNREACHABLE, MEMORY_HIGH, LOAD_HIGH, HOST_CHECK ->
                    new Arg[] {named(labels, Labels.HOST)};
            case SERVICE_DOWN, RESTART_LOOP, HEALTH_FAILING ->
                    new Arg[] {named(labels, Labels.SERVICE)};
            case QUEUE_DEEP,
                    QUEUE_OLD,
                    QUEUE_FAILING,
                    QUEUE_WITHOUT_WORKERS,
                    QUEUE_PAUSED,
                    QUEUE_CHECK ->
                    new Arg[] {named(labels, Labels.QUEUE)};
            case CHECK_FAILING -> new Arg[] {named(labels, Labels.CHECK)};
            case HEARTBEAT_LATE, HEARTBEAT_FAILED, HEARTBEAT_RUNS_TOO_LONG ->
                    new Arg[] {named(labels, Labels.HEARTBEAT)};
            case ALERTS_NOT_LISTED -> new Arg[] {named(labels, SOURCE)};
        };
    }

    private static Arg named(Labels labels, String label) {
        return arg("name", cut(labels.get(label)));
    }

    private static AlertName name(Alert alert) {
        return AlertName.of(alert.labels()).orElse(AlertName.CHECK_FAILING);
    }

    private static String cut(String name) {
        return CardLimits.cut(name, LONGEST_NAME);
    }

    private static String other(Phrases phrases, Labels labels, boolean over) {
        String name =
                Stream.of(
                                Labels.SERVICE,
                                Labels.QUEUE,
                                Labels.CHECK,
                                Labels.HOST,
                                "instance",
                                "title")
                        .map(labels::get)
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .orElse("–");
        return phrases.text(
                over ? IncidentPhrase.OTHER_OVER : IncidentPhrase.OTHER,
                arg("alert", cut(labels.get(Labels.ALERT_NAME))),
                arg("name", cut(name)));
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
