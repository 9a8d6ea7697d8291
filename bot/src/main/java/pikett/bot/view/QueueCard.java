package pikett.bot.view;

import static pikett.bot.language.Arg.arg;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import pikett.adapters.queue.QueueReading;
import pikett.adapters.reason.Reason;
import pikett.bot.card.Card;
import pikett.bot.card.CardLimits;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.evidence.FoldedLine;
import pikett.bot.evidence.LogFold;
import pikett.bot.language.Arg;
import pikett.bot.language.Figures;
import pikett.bot.language.Phrases;

/// A queue: how much waits, for how long, where it is going, and what failed.
public final class QueueCard {
    private static final int MOST_FAILURES = 6;
    private static final int LONGEST_REASON = 240;
    private static final int LONGEST_NAME = 60;

    private QueueCard() {}

    /// The card.
    public static Card of(Viewer viewer, QueueFacts facts) {
        Phrases phrases = viewer.phrases();
        RichTextBuilder text = new RichTextBuilder();
        switch (facts.reading()) {
            case QueueReading.Counts counts -> counts(text, viewer, facts, counts);
            case QueueReading.Unreadable(Reason reason, var _) ->
                    title(text, "❔", facts.name())
                            .say(
                                    phrases,
                                    QueuePhrase.UNREADABLE,
                                    arg(
                                            "reason",
                                            CardLimits.cut(viewer.say(reason), LONGEST_REASON)))
                            .line();
        }
        text.line().say(phrases, QueuePhrase.AS_OF, arg("time", viewer.clock()));
        return new Card(
                text.build(),
                List.of(
                        List.of(
                                Buttons.types(
                                        phrases.text(QueuePhrase.REFRESH), "queue", facts.name()),
                                Buttons.types(
                                        phrases.text(QueuePhrase.OTHERS), "queue", "--page", "0"))),
                Optional.empty());
    }

    private static RichTextBuilder title(RichTextBuilder text, String icon, String name) {
        return text.plain(icon + " ").bold(CardLimits.cut(name, LONGEST_NAME)).line();
    }

    private static void counts(
            RichTextBuilder text, Viewer viewer, QueueFacts facts, QueueReading.Counts counts) {
        Phrases phrases = viewer.phrases();
        title(text, counts.paused() ? "⏸" : "📬", facts.name());
        if (counts.paused()) {
            text.sayBold(phrases, QueuePhrase.PAUSED).line();
        }
        if (counts.workers().equals(OptionalLong.of(0)) && somethingWaits(counts)) {
            text.sayBold(phrases, QueuePhrase.NOBODY_WORKS).line();
        }
        Optional<QueueReading.Counts> before = facts.before();
        number(
                text,
                phrases,
                QueuePhrase.WAITING,
                counts.waiting(),
                before.map(QueueReading.Counts::waiting));
        counts.oldestWaiting()
                .ifPresent(age ->
                        text.say(
                                        phrases,
                                        QueuePhrase.OLDEST,
                                        arg("time", phrases.figures().duration(age)))
                                .line());
        facts.past().ifPresent(past -> WaitingText.append(text, phrases, past));
        active(text, phrases, counts);
        number(text, phrases, QueuePhrase.DELAYED, counts.delayed(), Optional.empty());
        number(text, phrases, QueuePhrase.PRIORITIZED, counts.prioritized(), Optional.empty());
        number(
                text,
                phrases,
                QueuePhrase.FAILED,
                counts.failed(),
                before.map(QueueReading.Counts::failed));
        number(
                text,
                phrases,
                QueuePhrase.COMPLETED,
                counts.completed(),
                before.map(QueueReading.Counts::completed));
        before.ifPresent(earlier ->
                text.say(
                                phrases,
                                QueuePhrase.SINCE_LAST_LOOK,
                                arg(
                                        "time",
                                        phrases.figures()
                                                .duration(
                                                        Duration.between(
                                                                earlier.readAt(),
                                                                counts.readAt()))))
                        .line());
        failures(text, phrases, counts.failures());
    }

    /// A job whose delay is over waits too, though nobody has counted it among those that do yet.
    private static boolean somethingWaits(QueueReading.Counts counts) {
        return counts.waiting().orElse(0) > 0
                || counts.prioritized().orElse(0) > 0
                || counts.oldestWaiting().isPresent();
    }

    /// What is in work, and in the same line how many work on it.
    private static void active(RichTextBuilder text, Phrases phrases, QueueReading.Counts counts) {
        counts.active()
                .ifPresent(active -> {
                    text.say(phrases, QueuePhrase.ACTIVE, figure(phrases, active));
                    counts.workers()
                            .ifPresent(workers ->
                                    text.plain(" · ")
                                            .say(
                                                    phrases,
                                                    QueuePhrase.WORKERS,
                                                    figure(phrases, workers)));
                    text.line();
                });
    }

    private static Arg figure(Phrases phrases, long number) {
        return arg("n", phrases.figures().number(number));
    }

    private static void number(
            RichTextBuilder text,
            Phrases phrases,
            QueuePhrase what,
            OptionalLong now,
            Optional<OptionalLong> before) {
        if (now.isEmpty()) {
            return;
        }
        Figures figures = phrases.figures();
        String trend =
                before.filter(OptionalLong::isPresent)
                        .map(earlier -> trend(figures, now.getAsLong() - earlier.getAsLong()))
                        .orElse("");
        text.say(phrases, what, figure(phrases, now.getAsLong())).plain(trend).line();
    }

    private static String trend(Figures figures, long change) {
        if (change == 0) {
            return "";
        }
        return change > 0
                ? " (↗ +" + figures.number(change) + ")"
                : " (↘ −" + figures.number(-change) + ")";
    }

    private static void failures(
            RichTextBuilder text, Phrases phrases, List<QueueReading.Failure> failures) {
        if (failures.isEmpty()) {
            return;
        }
        // Newest first in the reading, oldest first for folding.
        List<FoldedLine> folded =
                LogFold.fold(
                        failures.reversed().stream().map(QueueReading.Failure::reason).toList());
        int tries = failures.stream().mapToInt(QueueReading.Failure::attempts).max().orElse(0);
        text.line().sayBold(phrases, QueuePhrase.WHAT_FAILED);
        if (tries > 0) {
            text.plain(" · ").count(phrases, QueuePhrase.TRIES, tries);
        }
        StringBuilder lines = new StringBuilder();
        for (FoldedLine line : folded.subList(0, Math.min(folded.size(), MOST_FAILURES))) {
            lines.append('×').append(line.times()).append(' ');
            lines.append(CardLimits.cut(line.text(), LONGEST_REASON)).append('\n');
        }
        text.pre(lines.toString()).line();
    }
}
