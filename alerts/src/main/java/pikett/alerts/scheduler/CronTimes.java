package pikett.alerts.scheduler;

import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;

/// The times of a cron expression in Quartz's syntax, on the clocks of a zone.
///
/// Quartz only says which readings of a clock match; when the clock of the zone shows them is decided
/// here. A reading that the clock leaps over counts at the moment of the leap. A reading that comes
/// twice, because the clock is put back, counts the first time; only what is due in a rhythm of hours
/// (an hour field with `*` or `/`) counts both times.
public final class CronTimes implements FireTimes {
    private final String expression;
    private final ZoneId zone;
    private final ZoneRules rules;
    private final CronExpression readings;
    private final boolean rhythm;

    /// @throws IllegalArgumentException when it is no such expression; the message says why
    public CronTimes(String expression, ZoneId zone) {
        this.expression = expression;
        this.zone = zone;
        this.rules = zone.getRules();
        this.readings = parsed(expression);
        String hours = expression.trim().split("\\s+")[2];
        this.rhythm = hours.contains("*") || hours.contains("/");
    }

    public String expression() {
        return expression;
    }

    public ZoneId zone() {
        return zone;
    }

    @Override
    public Optional<Instant> after(Instant instant) {
        Optional<Instant> first = firstPass(instant);
        if (!rhythm || first.isEmpty()) {
            return first;
        }
        Optional<Instant> second = secondPass(instant, first.get());
        return second.filter(first.get()::isAfter).or(() -> first);
    }

    /// As if no reading ever came a second time.
    private Optional<Instant> firstPass(Instant instant) {
        LocalDateTime from = LocalDateTime.ofInstant(instant, zone);
        ZoneOffsetTransition leap = rules.getTransition(from);
        if (leap != null && leap.isOverlap() && !instant.isBefore(leap.getInstant())) {
            // All readings of the second pass were there in the first.
            from = leap.getDateTimeBefore().minusNanos(1);
        }
        Optional<LocalDateTime> reading = readingAfter(from);
        while (reading.isPresent()) {
            Instant shown = firstShown(reading.get());
            if (shown.isAfter(instant)) {
                return Optional.of(shown);
            }
            reading = readingAfter(reading.get());
        }
        return Optional.empty();
    }

    private Instant firstShown(LocalDateTime reading) {
        ZoneOffsetTransition leap = rules.getTransition(reading);
        if (leap != null && leap.isGap()) {
            return leap.getInstant();
        }
        return reading.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    /// The first reading that comes a second time, if that is before this end.
    private Optional<Instant> secondPass(Instant instant, Instant end) {
        @Nullable ZoneOffsetTransition leap = leapAround(instant);
        while (leap != null && leap.getInstant().isBefore(end)) {
            Optional<Instant> again = secondPassOf(leap, instant);
            if (again.isPresent()) {
                return again;
            }
            leap = rules.nextTransition(leap.getInstant());
        }
        return Optional.empty();
    }

    private @Nullable ZoneOffsetTransition leapAround(Instant instant) {
        LocalDateTime reading = LocalDateTime.ofInstant(instant, zone);
        ZoneOffsetTransition now = rules.getTransition(reading);
        return now != null && now.isOverlap() ? now : rules.nextTransition(instant);
    }

    private Optional<Instant> secondPassOf(ZoneOffsetTransition leap, Instant instant) {
        if (!leap.isOverlap()) {
            return Optional.empty();
        }
        LocalDateTime begin = leap.getDateTimeAfter().minusNanos(1);
        LocalDateTime from = LocalDateTime.ofInstant(instant, leap.getOffsetAfter());
        return readingAfter(from.isAfter(begin) ? from : begin)
                .filter(reading -> reading.isBefore(leap.getDateTimeBefore()))
                .map(reading -> reading.toInstant(leap.getOffsetAfter()));
    }

    /// Quartz is asked on a clock that never leaps.
    private Optional<LocalDateTime> readingAfter(LocalDateTime reading) {
        Date next = readings.getNextValidTimeAfter(Date.from(reading.toInstant(ZoneOffset.UTC)));
        return Optional.ofNullable(next)
                .map(date -> LocalDateTime.ofInstant(date.toInstant(), ZoneOffset.UTC));
    }

    private static CronExpression parsed(String expression) {
        try {
            CronExpression parsed = new CronExpression(expression);
            parsed.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
            return parsed;
        } catch (ParseException e) {
            throw new IllegalArgumentException(
                    "'" + expression + "' is no cron expression: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return expression + " in " + zone;
    }
}
