package pikett.bot.view;

import static pikett.bot.language.Arg.arg;

import java.util.Comparator;
import pikett.alerts.alert.Alert;
import pikett.alerts.incident.Incident;
import pikett.alerts.label.Labels;
import pikett.bot.language.Phrases;

/// An incident in one line, for where there is no card.
public final class Headline {
    private Headline() {}

    /// With its state, its severity and its number.
    public static String of(Phrases phrases, IncidentFacts facts) {
        Incident incident = facts.story().incident();
        IncidentPhrase state =
                switch (incident.state()) {
                    case OPEN -> IncidentPhrase.HEADLINE_FIRING;
                    case TAKEN -> IncidentPhrase.HEADLINE_TAKEN;
                    case RESOLVED -> IncidentPhrase.HEADLINE_RESOLVED;
                };
        return phrases.text(
                state,
                arg(
                        "severity",
                        IncidentText.severity(
                                phrases,
                                incident.resolved() ? incident.worst() : incident.severity())),
                arg("what", title(phrases, facts)),
                arg("number", "" + incident.number().value()));
    }

    /// What it is about.
    public static String title(Phrases phrases, IncidentFacts facts) {
        return IncidentText.title(phrases, facts);
    }

    /// The labels of the worst alert.
    public static Labels labels(IncidentFacts facts) {
        return facts.alerts().stream()
                .max(Comparator.comparing(Alert::worst))
                .map(Alert::labels)
                .orElse(Labels.NONE);
    }
}
