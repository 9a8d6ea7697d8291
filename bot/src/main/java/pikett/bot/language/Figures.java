package pikett.bot.language;

import static pikett.bot.language.Arg.arg;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How numbers, durations, sizes and times are written in one language: short, for a phone.
///
/// Safe for use by many threads. Does not depend on the locales that the runtime brings along.
public final class Figures {
    private static final long KIBI = 1024;

    private final Phrases phrases;

    Figures(Phrases phrases) {
        this.phrases = phrases;
    }

    /// A whole number.
    public String number(long number) {
        return format("#,##0", number);
    }

    /// A number with at most one digit behind the point.
    public String decimal(double number) {
        return format("#,##0.#", number);
    }

    /// A share of a hundred.
    public String percent(double percent) {
        return unit(
                FiguresPhrase.PERCENT,
                percent < 10 ? decimal(percent) : number(Math.round(percent)));
    }

    /// A span of time: `84 ms`, `1.4 s`, `14 s`, `4 min`, `3 h 12 min`, `2 d`. A negative one counts as none.
    public String duration(Duration span) {
        Duration length = span.isNegative() ? Duration.ZERO : span;
        if (length.isPositive() && length.toMillis() < 1000) {
            return unit(FiguresPhrase.MILLISECONDS, number(length.toMillis()));
        }
        if (length.toMillis() < 10_000) {
            return unit(FiguresPhrase.SECONDS, decimal(length.toMillis() / 1000.0));
        }
        if (length.toSeconds() < 60) {
            return unit(FiguresPhrase.SECONDS, number(length.toSeconds()));
        }
        if (length.toMinutes() < 60) {
            return unit(FiguresPhrase.MINUTES, number(length.toMinutes()));
        }
        if (length.toHours() < 48) {
            String hours = unit(FiguresPhrase.HOURS, number(length.toHours()));
            return length.toMinutesPart() == 0
                    ? hours
                    : hours + " " + unit(FiguresPhrase.MINUTES, number(length.toMinutesPart()));
        }
        return phrases.count(FiguresPhrase.DAYS, length.toDays());
    }

    /// A number of bytes: `512 B`, `64 KiB`, `212 MiB`, `1.4 GiB`.
    public String size(long bytes) {
        if (bytes < KIBI) {
            return unit(FiguresPhrase.BYTES, number(bytes));
        }
        double kibibytes = bytes / (double) KIBI;
        if (Math.round(kibibytes) < KIBI) {
            return unit(FiguresPhrase.KIBIBYTES, number(Math.round(kibibytes)));
        }
        double mebibytes = kibibytes / KIBI;
        return Math.round(mebibytes) < KIBI
                ? unit(FiguresPhrase.MEBIBYTES, number(Math.round(mebibytes)))
                : unit(FiguresPhrase.GIBIBYTES, decimal(mebibytes / KIBI));
    }

    /// A time of day, with the day when it is not today, with the year when it is not this year.
    public String time(Instant instant, ZoneId zone, Instant now) {
        ZonedDateTime then = instant.atZone(zone);
        ZonedDateTime today = now.atZone(zone);
        if (then.toLocalDate().equals(today.toLocalDate())) {
            return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(then);
        }
        boolean thisYear = then.getYear() == today.getYear();
        String pattern =
                switch (phrases.language()) {
                    case EN -> thisYear ? "d MMM HH:mm" : "d MMM yyyy HH:mm";
                    case DE -> thisYear ? "dd.MM. HH:mm" : "dd.MM.yyyy HH:mm";
                    case RU -> thisYear ? "dd.MM HH:mm" : "dd.MM.yyyy HH:mm";
                };
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(then);
    }

    /// A time of day to the second: what tells one refresh from the next.
    public String clock(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).format(instant.atZone(zone));
    }

    private String unit(FiguresPhrase unit, String number) {
        return phrases.text(unit, arg("n", number));
    }

    private String format(String pattern, Number number) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        switch (phrases.language()) {
            case EN -> separators(symbols, '.', ',');
            case DE -> separators(symbols, ',', '.');
            case RU -> separators(symbols, ',', '\u00A0');
        }
        DecimalFormat format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }

    private static void separators(DecimalFormatSymbols symbols, char decimal, char grouping) {
        symbols.setDecimalSeparator(decimal);
        symbols.setGroupingSeparator(grouping);
    }
}
