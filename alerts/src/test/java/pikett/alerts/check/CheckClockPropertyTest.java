package pikett.alerts.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.alerts.alert.Alert;
import pikett.alerts.alert.Facts;
import pikett.alerts.alert.Report;
import pikett.alerts.label.Labels;
import pikett.config.CheckTiming.Rhythm;

/// Whatever the clock does, the alert fires exactly while its check does, and is as bad.
final class CheckClockPropertyTest {
    private static final Instant START = Instant.parse("2026-11-21T14:00:00.123456Z");
    private static final Labels LABELS = Labels.of(Map.of(Labels.ALERT_NAME, "ServiceDown"));
    private static final Levels DOWN = new Levels(Truth.HOLDS, Truth.HOLDS);
    private static final Check CHECK =
            new Check(
                    "api",
                    new Place.Here(),
                    new Rhythm.Every(Duration.ofSeconds(30)),
                    Duration.ofSeconds(10),
                    new Patience(Duration.ZERO, Duration.ZERO),
                    _ -> {
                        throw new IllegalStateException("nobody looks here");
                    });

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void the_alert_fires_while_the_check_does(long seed) {
        Random random = new Random(seed);
        for (int history = 0; history < 200; history++) {
            List<String> told = new ArrayList<>();
            Map<AlertKey, CheckState> states = Map.of();
            Optional<Alert> alert = Optional.empty();
            Instant at = START;
            for (int look = 0; look < 20; look++) {
                at = at.plusSeconds(random.nextInt(-7200, 7200));
                Levels levels = random.nextBoolean() ? DOWN : Levels.CLEAR;
                told.add(at + " " + levels);
                CheckRound round = new CheckRound(states, Horizon.EMPTY, at);
                round.saw(
                        CHECK, Looks.reached(at, List.of(new Finding(LABELS, levels, Facts.NONE))));
                states = round.next();
                for (Report report : round.reports()) {
                    Alert news = Alert.of(report);
                    alert = Optional.of(alert.map(known -> known.merge(news)).orElse(news));
                }
                assertThat(alert.map(Alert::firing).orElse(false))
                        .as("%s", told)
                        .isEqualTo(levels.equals(DOWN));
            }
        }
    }
}
