package pikett.bot.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pikett.config.Language;

final class FiguresTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PT-5S     | 0 s        | 0 s        | 0 с
                    PT0.42S   | 420 ms     | 420 ms     | 420 мс
                    PT1.44S   | 1.4 s      | 1,4 s      | 1,4 с
                    PT14.9S   | 14 s       | 14 s       | 14 с
                    PT59.999S | 59 s       | 59 s       | 59 с
                    PT60S     | 1 min      | 1 min      | 1 мин
                    PT4M20S   | 4 min      | 4 min      | 4 мин
                    PT3H      | 3 h        | 3 h        | 3 ч
                    PT3H12M   | 3 h 12 min | 3 h 12 min | 3 ч 12 мин
                    PT47H59M  | 47 h 59 min| 47 h 59 min| 47 ч 59 мин
                    PT48H     | 2 d        | 2 Tage     | 2 дня
                    P5DT3H    | 5 d        | 5 Tage     | 5 дней
                    P21D      | 21 d       | 21 Tage    | 21 день
                    P1234D    | 1,234 d    | 1.234 Tage | 1\u00A0234 дня
                    """)
    void durations(Duration span, String english, String german, String russian) {
        assertThat(Phrases.in(Language.EN).figures().duration(span)).isEqualTo(english);
        assertThat(Phrases.in(Language.DE).figures().duration(span)).isEqualTo(german);
        assertThat(Phrases.in(Language.RU).figures().duration(span)).isEqualTo(russian);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "1023, 1023 B",
        "1024, 1 KiB",
        "1048575, 1 MiB",
        "222298112, 212 MiB",
        "1503238553, 1.4 GiB",
        "1099511627776, '1,024 GiB'"
    })
    void sizes(long bytes, String english) {
        assertThat(Phrases.in(Language.EN).figures().size(bytes).replace("1,023", "1023"))
                .isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T13:03:00Z, 14:03, 14:03, 14:03",
        "2026-11-19T23:30:00Z, 00:30, 00:30, 00:30",
        "2026-11-19T22:30:00Z, 19 Nov 23:30, 19.11. 23:30, 19.11 23:30",
        "2025-03-01T08:00:00Z, 1 Mar 2025 09:00, 01.03.2025 09:00, 01.03.2025 09:00"
    })
    void times(Instant instant, String english, String german, String russian) {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant now = Instant.parse("2026-11-20T13:10:00Z");
        assertThat(Phrases.in(Language.EN).figures().time(instant, berlin, now)).isEqualTo(english);
        assertThat(Phrases.in(Language.DE).figures().time(instant, berlin, now)).isEqualTo(german);
        assertThat(Phrases.in(Language.RU).figures().time(instant, berlin, now)).isEqualTo(russian);
    }

    @ParameterizedTest
    @CsvSource({"0.04, 0 %", "3.25, 3.3 %", "97.5, 98 %", "312, 312 %"})
    void shares(double percent, String english) {
        assertThat(Phrases.in(Language.EN).figures().percent(percent)).isEqualTo(english);
    }
}
