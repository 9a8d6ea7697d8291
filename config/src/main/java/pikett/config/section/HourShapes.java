package pikett.config.section;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pikett.config.shape.Listed;
import pikett.config.shape.Nearest;
import pikett.config.shape.Parsed;
import pikett.config.shape.Scalar;
import pikett.config.shape.Scalars;
import pikett.config.shape.Shape;

/// Times of day and days of the week.
final class HourShapes {
    private static final List<DayOfWeek> WEEK = List.of(DayOfWeek.values());
    private static final List<String> DAYS =
            WEEK.stream().map(day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT)).toList();

    private HourShapes() {}

    /// Hours and minutes, from 00:00 to 23:59.
    static Scalar<LocalTime> time() {
        return Scalars.matching(
                        "a time from '00:00' to '23:59', in quotes",
                        "([01][0-9]|2[0-3]):[0-5][0-9]")
                .as(LocalTime::parse);
    }

    /// Days and ranges of them, as in `[mon-fri, sun]`.
    static Shape<Set<DayOfWeek>> days() {
        String anyDay = "(?:%s)".formatted(String.join("|", DAYS));
        Scalar<Set<DayOfWeek>> range =
                Scalars.text("a day such as mon, or days such as mon-fri")
                        .readBy(HourShapes::range)
                        .described("pattern", "^%1$s(?:-%1$s)?$".formatted(anyDay))
                        .described("examples", List.of("mon-fri", "sun"));
        return new Listed<>(range, 1)
                .map(ranges ->
                        ranges.stream()
                                .flatMap(Collection::stream)
                                .collect(
                                        Collectors.toCollection(
                                                () -> EnumSet.noneOf(DayOfWeek.class))));
    }

    /// The week goes round: sat-mon are three days.
    private static Parsed<Set<DayOfWeek>> range(String text) {
        String[] ends = text.split("-", -1);
        if (ends.length > 2) {
            return Parsed.bad("this is no range of days", "write it like mon-fri");
        }
        int column = 1;
        for (String end : ends) {
            if (!DAYS.contains(end)) {
                return Parsed.bad(column, "this is not a day", Nearest.wayOut(end, DAYS));
            }
            column += end.length() + 1;
        }
        int first = DAYS.indexOf(ends[0]);
        int last = DAYS.indexOf(ends[ends.length - 1]);
        int length = Math.floorMod(last - first, WEEK.size()) + 1;
        return Parsed.good(
                Stream.iterate(WEEK.get(first), day -> day.plus(1))
                        .limit(length)
                        .collect(Collectors.toSet()));
    }
}
