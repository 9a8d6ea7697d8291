package pikett.alerts.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static pikett.alerts.probe.Offering.flag;
import static pikett.alerts.probe.Offering.number;
import static pikett.alerts.probe.Offering.value;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pikett.adapters.queue.QueueReading;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;
import pikett.alerts.reading.Reading;
import pikett.config.condition.Name;
import pikett.config.offer.ProbeKind;

final class QueueProbeTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final OptionalLong NONE = OptionalLong.empty();

    @Test
    void everyCountIsTold() {
        Reading reading = read(full());
        assertThat(value(reading, "waiting")).isEqualTo(number(1));
        assertThat(value(reading, "active")).isEqualTo(number(2));
        assertThat(value(reading, "delayed")).isEqualTo(number(3));
        assertThat(value(reading, "prioritized")).isEqualTo(number(4));
        assertThat(value(reading, "failed")).isEqualTo(number(5));
        assertThat(value(reading, "completed")).isEqualTo(number(6));
        assertThat(value(reading, "workers")).isEqualTo(number(7));
        assertThat(value(reading, "paused")).isEqualTo(flag(true));
        assertThat(value(reading, "oldest")).isEqualTo(number(90.5));
    }

    @Test
    void theOfferIsKept() {
        Offering.isKept(ProbeKind.QUEUE, Set.of(), read(full()));
    }

    @Test
    void whatAQueueDoesNotHaveIsLeftOut() {
        assertThat(Offering.values(read(list(OptionalLong.of(8)))).byName())
                .containsOnlyKeys(Name.of("waiting"), Name.of("paused"));
    }

    @Test
    void whereNothingWaitsNothingHasWaitedForAnyTime() {
        assertThat(value(read(list(OptionalLong.of(0))), "oldest")).isEqualTo(number(0));
    }

    @Test
    void whereNobodyKnowsWhetherSomethingWaitsNobodyKnowsForHowLong() {
        assertThat(value(read(list(NONE)), "oldest")).isEmpty();
    }

    @Test
    void aPrioritizedJobWaitsToo() {
        QueueReading reading = counts(OptionalLong.of(0), OptionalLong.of(1), Optional.empty());
        assertThat(value(read(reading), "oldest")).isEmpty();
    }

    @Test
    void whatCannotBeReadIsUnknownAndWhy() {
        Reason reason = Reason.of(Cause.REDIS_LOADING, Detail.text("127.0.0.1:6379"));
        assertThat(read(new QueueReading.Unreadable(reason, NOW)))
                .isEqualTo(new Reading.Unknown(NOW, reason));
    }

    private static Reading read(QueueReading reading) {
        return new QueueProbe(() -> reading, InstantSource.fixed(NOW)).read(NOW.plusSeconds(10));
    }

    private static QueueReading full() {
        return new QueueReading.Counts(
                OptionalLong.of(1),
                OptionalLong.of(2),
                OptionalLong.of(3),
                OptionalLong.of(4),
                OptionalLong.of(5),
                OptionalLong.of(6),
                OptionalLong.of(7),
                true,
                Optional.of(Duration.ofMillis(90_500)),
                List.of(),
                NOW);
    }

    private static QueueReading list(OptionalLong waiting) {
        return counts(waiting, NONE, Optional.empty());
    }

    private static QueueReading counts(
            OptionalLong waiting, OptionalLong prioritized, Optional<Duration> oldest) {
        return new QueueReading.Counts(
                waiting, NONE, NONE, prioritized, NONE, NONE, NONE, false, oldest, List.of(), NOW);
    }
}
