package pikett.bot.view;

import static pikett.bot.language.Arg.arg;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import pikett.alerts.check.CheckState;
import pikett.alerts.check.Finding;
import pikett.alerts.check.Levels;
import pikett.alerts.check.Sighting;
import pikett.alerts.scheduler.CheckView;
import pikett.bot.card.Card;
import pikett.bot.card.CardLimits;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.language.Arg;
import pikett.bot.language.Phrases;
import pikett.config.Severity;

/// What every check saw last, and how long ago, the worst first.
public final class ChecksCard {
    /// So that what is left out can be counted on the same card.
    private static final int ROOM = CardLimits.TEXT - 100;

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_CONDITIONS = 120;

    /// How a check stands, ordered: a later one asks more to be looked at.
    private enum Standing {
        WELL("🟢"),
        NOT_YET("⏳"),
        /// It was read, and none of its conditions can be told from that.
        UNTOLD("⚪"),
        UNKNOWN("❔"),
        WARNING(IncidentText.icon(Severity.WARNING)),
        CRITICAL(IncidentText.icon(Severity.CRITICAL));

        private final String icon;

        Standing(String icon) {
            this.icon = icon;
        }
    }

    private final Room room;
    private final UnaryOperator<String> redaction;
    private final ReadingWords words;
    private final RichTextBuilder text = new RichTextBuilder();

    private ChecksCard(Room room, UnaryOperator<String> redaction) {
        this.room = room;
        this.redaction = redaction;
        this.words = new ReadingWords(room, redaction);
    }

    /// Every check in a line, with the values that matter.
    ///
    /// @param redaction takes secrets out of a text
    public static Card of(Room room, UnaryOperator<String> redaction, List<CheckView> checks) {
        ChecksCard card = new ChecksCard(room, redaction);
        if (checks.isEmpty()) {
            card.text.say(room.phrases(), IncidentPhrase.NO_CHECKS);
        } else {
            card.text.count(room.phrases(), IncidentPhrase.CHECKS_LIST, checks.size()).line();
        }
        return card.listed(checks, false);
    }

    /// Those that have the words in their names, with all values.
    ///
    /// @param named as typed
    public static Card named(
            Room room, UnaryOperator<String> redaction, List<CheckView> checks, String named) {
        ChecksCard card = new ChecksCard(room, redaction);
        String asked = named.toLowerCase(Locale.ROOT);
        List<CheckView> found =
                checks.stream()
                        .filter(view -> view.check().id().toLowerCase(Locale.ROOT).contains(asked))
                        .toList();
        if (found.isEmpty()) {
            card.text.say(
                    room.phrases(),
                    IncidentPhrase.NO_SUCH_CHECK,
                    arg("name", CardLimits.cut(named, LONGEST_NAME)));
        }
        return card.listed(found, true);
    }

    private Card listed(List<CheckView> checks, boolean full) {
        List<CheckView> worstFirst =
                checks.stream()
                        .sorted(
                                Comparator.comparing(ChecksCard::standing)
                                        .reversed()
                                        .thenComparing(view -> view.check().id()))
                        .toList();
        int shown = 0;
        for (CheckView view : worstFirst) {
            String line = line(view, full);
            if (text.length() + line.length() > ROOM) {
                break;
            }
            text.value(line).line();
            shown++;
        }
        if (shown < worstFirst.size()) {
            text.count(room.phrases(), IncidentPhrase.MORE_CHECKS, worstFirst.size() - shown);
        }
        return new Card(text.build(), List.of(), Optional.empty());
    }

    private String line(CheckView view, boolean full) {
        Phrases phrases = room.phrases();
        String name = view.check().id();
        StringBuilder line = new StringBuilder(standing(view).icon).append(' ');
        line.append(CardLimits.cut(name, LONGEST_NAME));
        Optional<String> unread = view.last().flatMap(words::unread);
        Optional<Instant> since = firingSince(view);
        if (since.isPresent() && unread.isPresent()) {
            line.append("  ")
                    .append(phrases.text(IncidentPhrase.CHECK_FIRES_SINCE, at(since.get())));
            line.append(" · ")
                    .append(phrases.text(IncidentPhrase.CHECK_UNREAD, arg("why", unread.get())));
            line.append(" · ").append(age(view));
        } else {
            view.last()
                    .map(last -> full ? words.inFull(name, last) : words.inShort(name, last))
                    .filter(values -> !values.isEmpty())
                    .ifPresent(values -> line.append("  ").append(values));
            untold(view).ifPresent(text -> line.append(" · ").append(text));
            line.append(" · ").append(age(view));
            since.ifPresent(time ->
                    line.append(" · ").append(phrases.text(IncidentPhrase.SINCE_NOW, at(time))));
        }
        long overruns = view.figures().overruns();
        if (overruns > 0) {
            line.append(" · ").append(phrases.count(IncidentPhrase.CHECK_OVERRUNS, overruns));
        }
        return line.toString();
    }

    /// The conditions of a check of which none is known.
    private Optional<String> untold(CheckView view) {
        if (standing(view) != Standing.UNTOLD) {
            return Optional.empty();
        }
        String conditions =
                view.last().stream()
                        .flatMap(last -> last.findings().stream())
                        .flatMap(finding -> finding.unknown().keySet().stream())
                        .distinct()
                        .sorted()
                        .map(redaction)
                        .collect(Collectors.joining(", "));
        return Optional.of(
                room.phrases()
                        .text(
                                IncidentPhrase.CHECK_UNTOLD,
                                arg("conditions", CardLimits.cut(conditions, LONGEST_CONDITIONS))));
    }

    private Arg at(Instant time) {
        return arg("time", room.time(time));
    }

    private String age(CheckView view) {
        Phrases phrases = room.phrases();
        return view.last()
                .map(last -> phrases.figures().duration(Duration.between(last.at(), room.now())))
                .map(span -> phrases.text(IncidentPhrase.CHECK_AGE, arg("span", span)))
                .orElseGet(() -> phrases.text(IncidentPhrase.CHECK_NOT_YET));
    }

    private static Standing standing(CheckView view) {
        Optional<Severity> worst =
                view.states().values().stream()
                        .flatMap(state -> state.severity().stream())
                        .max(Comparator.naturalOrder());
        if (worst.isPresent()) {
            return worst.get() == Severity.CRITICAL ? Standing.CRITICAL : Standing.WARNING;
        }
        Optional<Sighting> last = view.last();
        if (last.isEmpty()) {
            return Standing.NOT_YET;
        }
        if (last.get().unread().isPresent()) {
            return Standing.UNKNOWN;
        }
        List<Finding> findings = last.get().findings();
        boolean untold =
                !findings.isEmpty()
                        && findings.stream().allMatch(each -> each.levels().equals(Levels.UNKNOWN));
        return untold ? Standing.UNTOLD : Standing.WELL;
    }

    private static Optional<Instant> firingSince(CheckView view) {
        return view.states().values().stream()
                .filter(CheckState::firing)
                .flatMap(state -> state.firingSince().stream())
                .min(Comparator.naturalOrder());
    }
}
