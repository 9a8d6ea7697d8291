package pikett.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pikett.alerts.history.Slot;
import pikett.alerts.history.Trend;
import pikett.alerts.history.Trend.Heading;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.language.Phrases;
import pikett.config.Language;

final class WaitingTextTest {
    private static final double GAP = Double.NaN;

    @Test
    void the_highest_is_a_whole_block_and_a_gap_is_a_dot() {
        assertThat(Sparkline.of(slots(0, 20, 40, GAP, 80, 140))).isEqualTo("▁▂▃·▅█");
        assertThat(Sparkline.of(slots(0, 0, 0))).isEqualTo("▁▁▁");
        assertThat(Sparkline.of(slots(GAP, GAP))).isEqualTo("··");
        assertThat(Sparkline.of(slots(-5, 1e300, 1e-300))).isEqualTo("▁█▁");
    }

    @ParameterizedTest
    @CsvSource({
        "EN, RISING, 8.2, 120, 'last hour, rising 8/min'",
        "DE, RISING, 8.2, 120, 'letzte Stunde, wächst um 8/min'",
        "RU, RISING, 8.2, 120, 'последний час, растёт на 8/мин'",
        "EN, RISING, 0.4, 120, 'last hour, rising 24/h'",
        "EN, RISING, 0.001, 120, 'last hour, rising 1/h'",
        "EN, FALLING, -8, 160, 'last hour, clears in ~20 min'",
        "DE, FALLING, -8, 160, 'letzte Stunde, leer in ~20 min'",
        "RU, FALLING, -8, 160, 'последний час, опустеет через ~20 мин'",
        "EN, FALLING, -8, 1, 'last hour, clears in ~1 min'",
        "EN, FALLING, -2, 12000, 'last hour, falling 2/min'",
        "DE, FALLING, -0.1, 12000, 'letzte Stunde, sinkt um 6/h'",
        "RU, FALLING, -2, 12000, 'последний час, убывает на 2/мин'",
        "EN, FALLING, -2, 0, 'last hour, falling 2/min'",
        "EN, STEADY, 0.3, 12, 'last hour, steady'",
        "DE, STEADY, 0.3, 12, 'letzte Stunde, gleichbleibend'",
        "RU, STEADY, 0.3, 12, 'последний час, без изменений'"
    })
    void where_it_is_heading_is_said_shortly(
            Language language, Heading heading, double perMinute, double last, String said) {
        Trend trend = new Trend(heading, perMinute, last);
        WaitingPast past = new WaitingPast(slots(GAP, 1, 8), Optional.of(trend));
        assertThat(text(language, past)).isEqualTo("·▂█ " + said);
    }

    @Test
    void what_is_known_only_of_long_ago_says_nothing_of_now() {
        Optional<Trend> trend = Optional.of(new Trend(Heading.RISING, 8, 100));
        assertThat(text(Language.EN, new WaitingPast(slots(1, 8, GAP), trend))).isEmpty();
        assertThat(text(Language.EN, new WaitingPast(List.of(), trend))).isEmpty();
        assertThat(text(Language.EN, new WaitingPast(slots(1, 8), Optional.empty())))
                .isEqualTo("▂█ last hour");
    }

    static List<Slot> slots(double... numbers) {
        List<Slot> slots = new ArrayList<>();
        for (double number : numbers) {
            slots.add(
                    new Slot(
                            Facts.NOW.minus(Duration.ofHours(1)),
                            Double.isNaN(number)
                                    ? OptionalDouble.empty()
                                    : OptionalDouble.of(number)));
        }
        return slots;
    }

    private static String text(Language language, WaitingPast past) {
        RichTextBuilder text = new RichTextBuilder();
        WaitingText.append(text, Phrases.in(language), past);
        return text.build().text();
    }
}
