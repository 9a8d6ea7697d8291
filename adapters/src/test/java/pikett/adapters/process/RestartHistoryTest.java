package pikett.adapters.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import pikett.adapters.process.RestartHistory.Sample;

class RestartHistoryTest {
    private static final Instant START = Instant.parse("2026-11-03T14:00:00Z");

    private static Sample sample(long second, int restarts, long series) {
        return new Sample(START.plusSeconds(second), restarts, OptionalLong.of(series));
    }

    private static RestartHistory of(Sample... samples) {
        RestartHistory history = RestartHistory.EMPTY;
        for (Sample sample : samples) {
            history = history.with(sample);
        }
        return history;
    }

    @Test
    void oneReadingTellsNothingAboutLately() {
        assertThat(of(sample(0, 283, 1)).lately()).isEmpty();
    }

    @Test
    void countsWhatWasAddedSinceTheFirstReading() {
        RestartHistory history = of(sample(0, 283, 1), sample(30, 290, 1), sample(60, 299, 1));

        assertThat(history.lately()).isEqualTo(OptionalInt.of(16));
        assertThat(history.unaskedLately()).isEqualTo(16);
        assertThat(history.watched()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void anAskedStartCountsButNotAsUnasked() {
        RestartHistory history = of(sample(0, 5, 1), sample(30, 6, 2), sample(60, 7, 2));

        assertThat(history.lately()).isEqualTo(OptionalInt.of(2));
        assertThat(history.unaskedLately()).isEqualTo(1);
    }

    @Test
    void forgetsWhatIsOlderThanTheWindow() {
        RestartHistory history =
                of(sample(0, 0, 1), sample(30, 50, 1), sample(640, 51, 1), sample(670, 52, 1));

        assertThat(history.lately()).isEqualTo(OptionalInt.of(1));
    }

    @Test
    void growthAcrossALongGapIsNotDated() {
        RestartHistory history = of(sample(0, 0, 1), sample(86_400, 50, 1));

        assertThat(history.lately()).isEmpty();
    }

    @Test
    void aCountThatWentDownStartsAnew() {
        RestartHistory history = of(sample(0, 40, 1), sample(30, 45, 1), sample(60, 0, 2));

        assertThat(history.lately()).isEmpty();
        assertThat(history.unaskedLately()).isZero();
    }

    @Test
    void staysSmallHoweverOftenItIsRead() {
        RestartHistory calm = RestartHistory.EMPTY;
        RestartHistory wild = RestartHistory.EMPTY;
        for (int second = 0; second < 590; second++) {
            calm = calm.with(sample(second, 7, 1));
            wild = wild.with(sample(second, second, 1));
        }

        assertThat(calm.samples()).hasSize(2);
        assertThat(calm.watched()).isEqualTo(Duration.ofSeconds(589));
        assertThat(wild.samples()).hasSize(128);
        assertThat(wild.lately()).isEqualTo(OptionalInt.of(127));
    }
}
