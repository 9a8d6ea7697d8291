package pikett.alerts.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static pikett.alerts.probe.Offering.flag;
import static pikett.alerts.probe.Offering.number;
import static pikett.alerts.probe.Offering.value;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pikett.adapters.host.ShellResult;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;
import pikett.alerts.reading.Reading;
import pikett.alerts.reading.Value;
import pikett.config.condition.Name;
import pikett.config.offer.ProbeKind;

final class LogsProbeTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final ScriptedLog log = new ScriptedLog();

    @Test
    void theFirstLookCountsNothingAndTheNextWhatCameSince() {
        LogsProbe probe = probe("refused", "panic");
        log.write("refused", "refused");
        Reading first = read(probe);
        assertThat(lines(first, "refused")).isEmpty();
        assertThat(value(first, "failed")).isEqualTo(flag(false));
        log.write("refused", "accepted", "it was refused again");
        Reading second = read(probe);
        assertThat(lines(second, "refused")).isEqualTo(number(2));
        assertThat(lines(second, "panic")).isEqualTo(number(0));
        assertThat(lines(read(probe), "refused")).isEqualTo(number(0));
    }

    @Test
    void theOfferIsKept() {
        LogsProbe probe = probe("refused");
        Reading first = read(probe);
        Offering.isKept(ProbeKind.LOGS, Set.of(), first, read(probe));
    }

    @Test
    void linesThatAreAllTheSameAreEachCounted() {
        LogsProbe probe = probe("refused");
        log.write("start", "refused", "refused");
        read(probe);
        log.write("refused", "refused", "refused");
        assertThat(lines(read(probe), "refused")).isEqualTo(number(3));
    }

    @Test
    void aLogThatIsBegunAnewIsAllNew() {
        LogsProbe probe = probe("refused");
        log.write("monday", "refused");
        read(probe);
        log.beginAnew();
        log.write("tuesday", "refused", "refused");
        assertThat(lines(read(probe), "refused")).isEqualTo(number(2));
    }

    @Test
    void ofMoreThanIsSeenAllThatIsSeenIsNew() {
        LogsProbe probe = probe("refused");
        log.write("start");
        read(probe);
        for (int i = 0; i < 2000; i++) {
            log.write("refused " + i);
        }
        assertThat(lines(read(probe), "refused")).isEqualTo(number(LogsProbe.MOST_LINES));
        log.write("refused once more");
        assertThat(lines(read(probe), "refused")).isEqualTo(number(1));
    }

    @Test
    void newLinesOfOneStreamAreFoundBeforeTheOldOnesOfAnother() {
        LogsProbe probe = probe("refused");
        log.write("start");
        log.complain("refused");
        read(probe);
        log.write("refused");
        assertThat(lines(read(probe), "refused")).isEqualTo(number(1));
        log.complain("refused");
        assertThat(lines(read(probe), "refused")).isEqualTo(number(1));
    }

    @Test
    void whatAStreamHeldWhenItWasFirstSeenIsNobodysNews() {
        LogsProbe probe = probe("refused");
        log.show(Map.of("1.log", List.of("start")));
        read(probe);
        log.show(Map.of("1.log", List.of("start"), "2.log", List.of("refused", "refused")));
        assertThat(lines(read(probe), "refused")).isEqualTo(number(0));
        log.show(Map.of("2.log", List.of("refused", "refused", "refused again")));
        assertThat(lines(read(probe), "refused")).isEqualTo(number(1));
    }

    @Test
    void aStreamThatIsAwayForALookIsNotForgotten() {
        LogsProbe probe = probe("refused");
        log.show(Map.of("1.log", List.of("start"), "2.log", List.of("start")));
        read(probe);
        log.show(Map.of("1.log", List.of("start")));
        assertThat(lines(read(probe), "refused")).isEqualTo(number(0));
        log.show(Map.of("2.log", List.of("start", "refused")));
        assertThat(lines(read(probe), "refused")).isEqualTo(number(1));
    }

    @Test
    void aLookThatFailsForgetsNothing() {
        LogsProbe probe = probe("refused");
        log.write("start");
        read(probe);
        Reason reason = Reason.of(Cause.NO_CHANNEL, Detail.text("prod-1"));
        log.answer(Optional.of(new ShellResult.Unreachable(reason)));
        log.write("refused");
        assertThat(read(probe)).isEqualTo(new Reading.Unknown(NOW, reason));
        log.answer(Optional.of(new ShellResult.FailedToStart(reason)));
        Reading unreadable = read(probe);
        assertThat(value(unreadable, "failed")).isEqualTo(flag(true));
        assertThat(lines(unreadable, "refused")).isEmpty();
        log.answer(Optional.empty());
        log.write("refused");
        assertThat(lines(read(probe), "refused")).isEqualTo(number(2));
    }

    @Test
    void aLookThatIsInterruptedForgetsNothing() {
        LogsProbe probe = probe("refused");
        log.write("start");
        read(probe);
        log.write("refused");
        Thread.currentThread().interrupt();
        try {
            assertThat(read(probe)).isInstanceOf(Reading.Unknown.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(lines(read(probe), "refused")).isEqualTo(number(1));
    }

    @ParameterizedTest
    @Timeout(20)
    @CsvSource({"(a+)+b, a, ''", "(a|b|ab)*c, ab, !", "(.*)*x, y, ''"})
    void aLineThatIsMeantToHoldAnExpressionUpHoldsNothingUp(
            String regex, String again, String end) {
        LogsProbe probe = probe(regex, "refused");
        read(probe);
        log.write(Collections.nCopies(200, again.repeat(5000) + end).toArray(String[]::new));
        log.write("refused");
        Reading reading = read(probe);
        assertThat(lines(reading, "refused")).isEqualTo(number(1));
        assertThat(lines(reading, regex)).isEqualTo(number(0));
    }

    @Test
    void onlyTheBeginningOfALongLineIsLookedAt() {
        LogsProbe probe = probe("refused");
        read(probe);
        log.write(" ".repeat(LogsProbe.LONGEST_LINE - 7) + "refused");
        log.write(" ".repeat(LogsProbe.LONGEST_LINE - 6) + "refused");
        assertThat(lines(read(probe), "refused")).isEqualTo(number(1));
    }

    private LogsProbe probe(String... patterns) {
        return new LogsProbe(log, Set.of(patterns), InstantSource.fixed(NOW));
    }

    private static Reading read(LogsProbe probe) {
        return probe.read(NOW.plusSeconds(10));
    }

    private static Optional<Value> lines(Reading reading, String pattern) {
        return value(reading, Name.of("lines", pattern));
    }
}
