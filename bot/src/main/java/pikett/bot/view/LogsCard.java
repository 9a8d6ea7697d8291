package pikett.bot.view;

import static pikett.bot.language.Arg.arg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pikett.adapters.reason.Reason;
import pikett.bot.card.Button;
import pikett.bot.card.Card;
import pikett.bot.card.CardLimits;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.evidence.FoldedLine;
import pikett.bot.language.Phrases;

/// The end of a log: what went wrong first, repeated lines as one.
public final class LogsCard {
    private static final int LATEST_ERRORS = 6;
    private static final int FREQUENT_ERRORS = 2;
    private static final int MOST_OTHERS = 6;
    private static final int LONGEST_LINE = 240;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_REASON = 400;

    private LogsCard() {}

    /// The folded log.
    ///
    /// @param file the whole text, when the person asked for it
    public static Card of(Viewer viewer, LogFacts facts, Optional<Card.TextFile> file) {
        Phrases phrases = viewer.phrases();
        RichTextBuilder text = title(phrases, facts);
        List<FoldedLine> errors = facts.folded().stream().filter(FoldedLine::error).toList();
        List<FoldedLine> others =
                facts.folded().stream().filter(line -> !line.error()).limit(MOST_OTHERS).toList();
        if (facts.folded().isEmpty()) {
            text.say(
                    phrases,
                    facts.filter().isPresent() ? LogsPhrase.NO_MATCH : LogsPhrase.NO_LINES);
        } else if (errors.isEmpty()) {
            text.say(phrases, LogsPhrase.NO_ERRORS).line();
        } else {
            text.sayBold(phrases, LogsPhrase.ERRORS).line();
            List<FoldedLine> shown = latestAndMostFrequent(errors);
            text.pre(lines(shown)).line();
            if (errors.size() > shown.size()) {
                text.count(phrases, LogsPhrase.MORE, errors.size() - shown.size()).line();
            }
        }
        if (!others.isEmpty()) {
            text.sayBold(phrases, LogsPhrase.OTHERS).line();
            text.quote(quote -> quote.plain(lines(others)));
        }
        return new Card(text.build(), rows(viewer, facts, file.isEmpty()), file);
    }

    /// The log could not be read.
    public static Card notRead(Viewer viewer, LogFacts facts, Reason reason) {
        RichTextBuilder text =
                title(viewer.phrases(), facts)
                        .say(
                                viewer.phrases(),
                                LogsPhrase.NOT_READ,
                                arg("reason", CardLimits.cut(viewer.say(reason), LONGEST_REASON)));
        return new Card(text.build(), rows(viewer, facts, false), Optional.empty());
    }

    private static RichTextBuilder title(Phrases phrases, LogFacts facts) {
        RichTextBuilder text =
                new RichTextBuilder()
                        .plain("📜 ")
                        .bold(CardLimits.cut(facts.service(), LONGEST_NAME))
                        .plain(" · ")
                        .count(phrases, LogsPhrase.TITLE, facts.read());
        facts.filter()
                .ifPresent(filter ->
                        text.plain(" · ")
                                .say(
                                        phrases,
                                        LogsPhrase.FILTERED,
                                        arg("filter", CardLimits.cut(filter, LONGEST_NAME))));
        return text.line().line();
    }

    /// What happened last, and what happens most even if something else happened since.
    private static List<FoldedLine> latestAndMostFrequent(List<FoldedLine> errors) {
        List<FoldedLine> frequent =
                errors.stream()
                        .skip(LATEST_ERRORS)
                        .sorted(Comparator.comparingInt(FoldedLine::times).reversed())
                        .limit(FREQUENT_ERRORS)
                        .toList();
        return Stream.concat(errors.stream().limit(LATEST_ERRORS), frequent.stream()).toList();
    }

    private static String lines(List<FoldedLine> lines) {
        StringBuilder text = new StringBuilder();
        for (FoldedLine line : lines) {
            String times = line.times() > 1 ? "×" + line.times() + " " : "";
            text.append(times).append(CardLimits.cut(line.text(), LONGEST_LINE)).append('\n');
        }
        return text.toString();
    }

    private static List<List<Button>> rows(Viewer viewer, LogFacts facts, boolean offerFile) {
        Phrases phrases = viewer.phrases();
        String lines = Integer.toString(facts.lines());
        String filter = facts.filter().orElse("");
        List<Button> first = new ArrayList<>();
        first.add(again(phrases.text(LogsPhrase.REFRESH), facts.service(), lines, filter));
        if (offerFile && facts.read() > 0) {
            first.add(
                    again(
                            phrases.text(LogsPhrase.FULL_TEXT),
                            facts.service(),
                            lines,
                            filter.isEmpty() ? "--file" : "--file " + filter));
        }
        List<Button> second = new ArrayList<>();
        if (viewer.mayActOn(facts.service())) {
            second.add(Buttons.types(phrases.text(LogsPhrase.RESTART), "restart", facts.service()));
        }
        second.add(Buttons.types(phrases.text(LogsPhrase.STATUS), "status", facts.service()));
        return List.of(first, second);
    }

    private static Button again(String label, String service, String lines, String rest) {
        return rest.isEmpty()
                ? Buttons.types(label, "logs", service, lines)
                : Buttons.typesRest(label, rest, "logs", service, lines);
    }
}
