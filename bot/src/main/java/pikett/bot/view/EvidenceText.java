package pikett.bot.view;

import static pikett.bot.language.Arg.arg;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pikett.alerts.alert.Alert;
import pikett.alerts.rule.Because;
import pikett.bot.card.CardLimits;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.evidence.ProcessFacts;
import pikett.bot.evidence.TailFacts;
import pikett.bot.language.Phrases;

/// What was seen of an incident's alerts, each thing once. For one card.
final class EvidenceText {
    private static final int MOST_ALERTS = 4;
    private static final int MOST_LINES = 3;
    private static final int LONGEST_LINE = 160;
    private static final int MOST_TAIL = 1200;
    private static final int LEAST_TAIL = 160;

    private final RichTextBuilder text;
    private final Room room;
    private final Phrases phrases;
    private final UnaryOperator<String> redaction;

    /// Two alerts of one service have the same log.
    private final Set<String> logged = new HashSet<>();

    private int tailRoom = MOST_TAIL;

    /// @param redaction takes secrets out of a text
    EvidenceText(RichTextBuilder text, Room room, UnaryOperator<String> redaction) {
        this.text = text;
        this.room = room;
        this.phrases = room.phrases();
        this.redaction = redaction;
    }

    void append(List<Alert> alerts) {
        for (Alert alert : alerts.subList(0, Math.min(alerts.size(), MOST_ALERTS))) {
            if (alerts.size() > 1) {
                text.plain("• ").value(IncidentText.title(phrases, alert, !alert.firing())).line();
            }
            values(alert);
            evidence(ProcessFacts.of(alert.latest().facts()));
            tail(TailFacts.of(alert.latest().facts()));
            AccountText.append(text, room, alert);
        }
        if (alerts.size() > MOST_ALERTS) {
            text.count(phrases, IncidentPhrase.MORE, alerts.size() - MOST_ALERTS).line();
        }
    }

    /// Of an alert that is over, the values with which it was last seen firing. The labels say which of
    /// a check's series it is.
    private void values(Alert alert) {
        Optional<String> values = BecauseText.of(phrases, Because.of(alert.latest().facts()));
        String said =
                Stream.concat(values.stream(), LabelsText.beyondTitle(alert, redaction).stream())
                        .collect(Collectors.joining(" · "));
        if (said.isEmpty()) {
            return;
        }
        if (alert.firing() || values.isEmpty()) {
            text.value(said).line();
        } else {
            text.say(phrases, IncidentPhrase.WAS, arg("values", said)).line();
        }
    }

    /// Behind a tap, the end of it: there stands what went wrong. All of a card's tails share the room.
    private void tail(TailFacts tail) {
        String said = redaction.apply(tail.text()).strip();
        String end = said.substring(Math.max(0, said.length() - tailRoom));
        boolean cut = end.length() < said.length();
        String lines = cut ? "…" + end.substring(end.indexOf('\n') + 1) : end;
        if (!end.isBlank() && logged.add(said)) {
            text.quote(quoted -> quoted.plain(lines)).line();
            tailRoom = Math.max(LEAST_TAIL, tailRoom - lines.length());
        }
    }

    private void evidence(ProcessFacts seen) {
        Optional.ofNullable(seen.reason().get(phrases.language()))
                .ifPresent(reason -> text.value(CardLimits.cut(reason, LONGEST_LINE)).line());
        String reason = seen.reason().getOrDefault(phrases.language(), "");
        Optional.ofNullable(seen.exit().get(phrases.language()))
                // Some supervisors say both in one breath.
                .filter(exit -> !reason.contains(exit))
                .ifPresent(exit ->
                        text.say(
                                        phrases,
                                        IncidentPhrase.LAST_EXIT,
                                        arg("exit", CardLimits.cut(exit, LONGEST_LINE)))
                                .line());
        seen.log().stream()
                .limit(MOST_LINES)
                .filter(line -> logged.add(line.text()))
                .forEach(line ->
                        text.plain("×" + line.times() + "  ")
                                .code(CardLimits.cut(line.text(), LONGEST_LINE))
                                .line());
    }
}
