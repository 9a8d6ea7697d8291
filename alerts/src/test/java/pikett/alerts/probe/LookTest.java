package pikett.alerts.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static pikett.alerts.probe.Offering.flag;
import static pikett.alerts.probe.Offering.value;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Reason;
import pikett.alerts.label.Labels;
import pikett.alerts.reading.Part;
import pikett.alerts.reading.Reading;
import pikett.alerts.reading.Values;

final class LookTest {
    private static final Instant BEGUN = Instant.parse("2026-11-21T12:00:00Z");
    private static final Reason WHY = Reason.of(Cause.GIVEN_UP);

    private final AtomicReference<Instant> clock = new AtomicReference<>(BEGUN);
    private final Look look = Look.begin(BEGUN.plusSeconds(10), clock::get);

    @ParameterizedTest
    @CsvSource({"0, 10000", "4000, 6000", "9999, 1", "10000, 1", "70000, 1"})
    void whatIsLeftGrowsLessAndIsNeverNothing(long passed, long left) {
        clock.set(BEGUN.plusMillis(passed));
        assertThat(look.left()).isEqualTo(Duration.ofMillis(left));
    }

    @Test
    void aReadingIsOfTheTimeWhenItWasThereAndTellsHowLongItTook() {
        Instant there = BEGUN.plusMillis(1250);
        clock.set(there);
        Part part = new Part(Labels.of(Map.of("job", "api")), new Values(Map.of()));
        Reading reading = look.known(new Found().flag("down", true), List.of(part));
        assertThat(reading)
                .isEqualTo(
                        new Reading.Known(
                                there,
                                Duration.ofMillis(1250),
                                new Found().flag("down", true).values(),
                                List.of(part)));
    }

    @Test
    void whatGaveNoAnswerIsKnownAndWhy() {
        Instant there = BEGUN.plusSeconds(3);
        clock.set(there);
        Reading reading = look.unanswered(new Found().flag("failed", true), WHY);
        assertThat(value(reading, "failed")).isEqualTo(flag(true));
        assertThat(((Reading.Known) reading).why()).isEqualTo(Optional.of(WHY));
        assertThat(((Reading.Known) reading).took()).isEqualTo(Duration.ofSeconds(3));
        assertThat(reading.at()).isEqualTo(there);
    }

    @Test
    void whatIsUnknownIsSoOfTheTimeWhenThatWasSeen() {
        clock.set(BEGUN.plusSeconds(3));
        assertThat(look.unknown(WHY)).isEqualTo(new Reading.Unknown(BEGUN.plusSeconds(3), WHY));
    }
}
