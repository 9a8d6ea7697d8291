package pikett.bot.view;

import static pikett.bot.language.Arg.arg;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pikett.alerts.digest.Happened;
import pikett.alerts.digest.Noise;
import pikett.alerts.digest.Period;
import pikett.alerts.incident.Headline;
import pikett.alerts.label.Labels;
import pikett.bot.card.CardLimits;
import pikett.bot.language.Phrases;

/// Parts of digests, in words.
final class DigestWords {
    /// So much later than the end of its period, a digest says when that was.
    private static final Duration JUST_NOW = Duration.ofMinutes(2);

    private static final int LONGEST_NAME = 60;

    private DigestWords() {}

    /// Which time it is about.
    static String about(Room room, Period period, DigestPhrase untilNow, DigestPhrase untilThen) {
        Phrases phrases = room.phrases();
        String span = phrases.figures().duration(Duration.between(period.from(), period.until()));
        boolean justNow = Duration.between(period.until(), room.now()).compareTo(JUST_NOW) < 0;
        return justNow
                ? phrases.text(untilNow, arg("span", span))
                : phrases.text(
                        untilThen, arg("span", span), arg("time", room.time(period.until())));
    }

    /// An incident that goes on, in a line of about so many units.
    static String open(Room room, Headline line, int width, int leastTitle) {
        String number = Long.toString(line.incident().number().value());
        String icon = line.incident().taken().isPresent() ? "✋" : severity(line);
        String before = icon + " #" + number + " ";
        String after = " · " + room.time(line.incident().openedAt());
        int left = Math.max(leastTitle, width - before.length() - after.length());
        return before + CardLimits.cut(title(room, line), left) + after;
    }

    static String severity(Headline line) {
        return IncidentText.icon(line.incident().severity());
    }

    static String title(Room room, Headline line) {
        return IncidentText.title(room.phrases(), line.first(), line.incident().resolved());
    }

    /// How many there were.
    static String counts(Phrases phrases, Happened happened) {
        List<String> counts = new ArrayList<>();
        counts.add(phrases.count(DigestPhrase.OPENED, happened.opened()));
        if (happened.critical() > 0) {
            counts.add(phrases.count(DigestPhrase.CRITICAL, happened.critical()));
        }
        return String.join(" · ", counts);
    }

    /// The mean times in a line; empty when none is known.
    static Optional<String> means(Phrases phrases, Happened happened) {
        String known =
                Stream.of(
                                happened.toTake().map(time -> "✋ " + span(phrases, time)),
                                happened.toResolve().map(time -> "✅ " + span(phrases, time)))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" · "));
        return Optional.of(known)
                .filter(text -> !text.isEmpty())
                .map(text -> phrases.text(DigestPhrase.MEANS, arg("what", text)));
    }

    static String span(Phrases phrases, Duration time) {
        return phrases.figures().duration(time);
    }

    /// What was heard, by the name that people know it by.
    static String name(Noise noise) {
        Labels labels = noise.group().labels();
        String name =
                Stream.of(Labels.SERVICE, Labels.QUEUE, Labels.CHECK, Labels.HOST, "instance")
                        .map(labels::get)
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .orElseGet(() -> String.join(", ", labels.asMap().values()));
        return name.isEmpty() ? "–" : CardLimits.cut(name, LONGEST_NAME);
    }
}
