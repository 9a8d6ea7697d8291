package pikett.bot.view;

import static pikett.bot.language.Arg.arg;

import java.util.Comparator;
import java.util.List;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.label.Labels;
import pikett.bot.card.CardLimits;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.language.Phrases;
import pikett.config.Language;

/// Says what changed before an incident, the latest first. Pure.
final class EarlierText {
    private static final int MOST = 3;
    private static final int LONGEST_NAME = 60;

    private EarlierText() {}

    /// Nothing when nothing changed.
    static void append(RichTextBuilder text, Room room, List<Earlier> earlier) {
        if (earlier.isEmpty()) {
            return;
        }
        text.say(room.phrases(), EarlierPhrase.HEAD).line();
        earlier.stream()
                .sorted(Comparator.comparing(Earlier::at).reversed())
                .limit(MOST)
                .forEach(each -> line(text, room, each));
    }

    private static void line(RichTextBuilder text, Room room, Earlier earlier) {
        text.plain(room.time(earlier.at()) + " ");
        Phrases phrases = room.phrases();
        switch (earlier) {
            case Earlier.Restart(var _, String person, String service, var outcome) ->
                    done(text, phrases, EarlierPhrase.RESTART, person, service, outcome);
            case Earlier.Runbook runbook ->
                    done(
                            text,
                            phrases,
                            EarlierPhrase.RUNBOOK,
                            runbook.person(),
                            title(phrases, runbook),
                            runbook.outcome());
            case Earlier.Opened(var _, IncidentNumber number, Labels alert) ->
                    incident(text, phrases, number, IncidentText.title(phrases, alert, false));
            case Earlier.Over(var _, IncidentNumber number, Labels alert) ->
                    incident(text, phrases, number, IncidentText.title(phrases, alert, true));
        }
        text.line();
    }

    private static void done(
            RichTextBuilder text,
            Phrases phrases,
            EarlierPhrase what,
            String person,
            String name,
            Earlier.Outcome outcome) {
        text.say(
                phrases,
                what,
                arg("person", person),
                arg("name", CardLimits.cut(name, LONGEST_NAME)),
                arg("outcome", phrases.text(outcome(outcome))));
    }

    private static void incident(
            RichTextBuilder text, Phrases phrases, IncidentNumber number, String title) {
        text.say(
                phrases,
                EarlierPhrase.INCIDENT,
                arg("what", title),
                arg("number", Long.toString(number.value())));
    }

    private static String title(Phrases phrases, Earlier.Runbook runbook) {
        String english = runbook.titles().getOrDefault(Language.EN, runbook.name());
        return runbook.titles().getOrDefault(phrases.language(), english);
    }

    private static EarlierPhrase outcome(Earlier.Outcome outcome) {
        return switch (outcome) {
            case GOES_ON -> EarlierPhrase.GOES_ON;
            case SUCCEEDED -> EarlierPhrase.SUCCEEDED;
            case FAILED -> EarlierPhrase.FAILED;
            case STOPPED -> EarlierPhrase.STOPPED;
            case UNKNOWN -> EarlierPhrase.UNKNOWN;
        };
    }
}
