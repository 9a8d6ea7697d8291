package pikett.bot.view;

import static pikett.bot.language.Arg.arg;

import java.time.Duration;
import pikett.alerts.history.Trend;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.language.Phrases;

/// Says how many waited in a queue lately, and where that is heading. Pure.
final class WaitingText {
    private static final double MINUTES_PER_HOUR = 60;

    /// What is further away is told as a pace, not as a time.
    private static final Duration FORESEEABLE = Duration.ofHours(24);

    private WaitingText() {}

    /// Nothing when nothing is known of the time until now.
    static void append(RichTextBuilder text, Phrases phrases, WaitingPast past) {
        boolean upToNow =
                !past.lastHour().isEmpty() && past.lastHour().getLast().number().isPresent();
        if (upToNow) {
            text.code(Sparkline.of(past.lastHour())).plain(" ");
            text.say(phrases, QueuePhrase.LAST_HOUR);
            past.trend().ifPresent(trend -> heading(text.plain(", "), phrases, trend));
            text.line();
        }
    }

    private static void heading(RichTextBuilder text, Phrases phrases, Trend trend) {
        switch (trend.heading()) {
            case STEADY -> text.say(phrases, QueuePhrase.STEADY);
            case RISING ->
                    pace(text, phrases, trend, QueuePhrase.RISING, QueuePhrase.RISING_SLOWLY);
            case FALLING ->
                    trend.until(0)
                            .filter(time -> time.compareTo(FORESEEABLE) <= 0)
                            .ifPresentOrElse(
                                    time -> clears(text, phrases, time),
                                    () ->
                                            pace(
                                                    text,
                                                    phrases,
                                                    trend,
                                                    QueuePhrase.FALLING,
                                                    QueuePhrase.FALLING_SLOWLY));
        }
    }

    private static void clears(RichTextBuilder text, Phrases phrases, Duration time) {
        Duration minutes = Duration.ofMinutes(Math.max(1, Math.round(time.toSeconds() / 60.0)));
        text.say(phrases, QueuePhrase.CLEARS, arg("time", phrases.figures().duration(minutes)));
    }

    private static void pace(
            RichTextBuilder text,
            Phrases phrases,
            Trend trend,
            QueuePhrase perMinute,
            QueuePhrase perHour) {
        double pace = Math.abs(trend.perMinute());
        boolean slow = pace < 1;
        long n = Math.max(1, Math.round(slow ? pace * MINUTES_PER_HOUR : pace));
        text.say(phrases, slow ? perHour : perMinute, arg("n", phrases.figures().number(n)));
    }
}
