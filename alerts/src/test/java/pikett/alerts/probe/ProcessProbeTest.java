package pikett.alerts.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static pikett.alerts.probe.Offering.flag;
import static pikett.alerts.probe.Offering.number;
import static pikett.alerts.probe.Offering.value;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pikett.adapters.host.ShellResult;
import pikett.adapters.process.ProcessReading;
import pikett.adapters.process.ProcessState;
import pikett.adapters.process.Supervisor;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;
import pikett.alerts.reading.Reading;
import pikett.alerts.reading.Value;
import pikett.config.condition.Name;
import pikett.config.offer.ProbeKind;

final class ProcessProbeTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Optional<Reason> EXIT_7 =
            Optional.of(Reason.of(Cause.EXIT, Detail.number(7)));

    @ParameterizedTest
    @CsvSource({
        "UP, up, false, false, false",
        "LOOPING, looping, false, true, false",
        "STOPPED, stopped, true, false, false",
        "FAILED, failed, true, false, true"
    })
    void aStateIsToldAsItIs(
            ProcessState state, String word, boolean down, boolean looping, boolean failed) {
        Reading reading = read(reading(state, EXIT_7));
        assertThat(value(reading, "state")).contains(new Value.Text(word));
        assertThat(value(reading, "down")).isEqualTo(flag(down));
        assertThat(value(reading, "looping")).isEqualTo(flag(looping));
        assertThat(value(reading, "failed")).isEqualTo(flag(failed));
    }

    @Test
    void ofOneThatComesUpNobodyKnowsYetWhetherItIsDown() {
        Reading reading = read(reading(ProcessState.STARTING, EXIT_7));
        assertThat(value(reading, "state")).contains(new Value.Text("starting"));
        assertThat(value(reading, "down")).isEmpty();
        assertThat(value(reading, "looping")).isEmpty();
        assertThat(value(reading, "failed")).isEmpty();
    }

    @Test
    void figuresAreToldInFixedUnits() {
        Reading reading = read(reading(ProcessState.UP, EXIT_7));
        assertThat(value(reading, "uptime")).isEqualTo(number(90));
        assertThat(value(reading, "restarts")).isEqualTo(number(3));
        assertThat(value(reading, "cpu")).isEqualTo(number(0.25));
        assertThat(value(reading, "memory")).isEqualTo(number(1024));
        assertThat(value(reading, "exit")).isEqualTo(number(7));
    }

    @Test
    void theOfferIsKept() {
        Offering.isKept(
                ProbeKind.PROCESS,
                Set.of(),
                read(reading(ProcessState.FAILED, EXIT_7)),
                read(reading(ProcessState.STARTING, EXIT_7)));
    }

    @Test
    void oneThatRanOutOfMemoryEndedWithAStatusToo() {
        Reason end = Reason.of(Cause.EXIT_OUT_OF_MEMORY, Detail.number(137));
        assertThat(value(read(reading(ProcessState.FAILED, Optional.of(end))), "exit"))
                .isEqualTo(number(137));
    }

    @Test
    void aSignalIsNoStatus() {
        Reason end = Reason.of(Cause.SIGNAL, Detail.text("9"));
        assertThat(value(read(reading(ProcessState.FAILED, Optional.of(end))), "exit")).isEmpty();
    }

    @Test
    void whatASupervisorDoesNotTellIsLeftOut() {
        ProcessReading bare =
                new ProcessReading(
                        ProcessState.UP,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalDouble.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        NOW);
        assertThat(Offering.values(read(bare)).byName())
                .containsOnlyKeys(
                        Name.of("state"), Name.of("down"), Name.of("looping"), Name.of("failed"));
    }

    @Test
    void whatCannotBeReadIsUnknownAndWhy() {
        Reason reason = Reason.of(Cause.PM2_SILENT);
        assertThat(read(ProcessReading.unknown(reason, NOW)))
                .isEqualTo(new Reading.Unknown(NOW, reason));
    }

    private static Reading read(ProcessReading reading) {
        return new ProcessProbe(new Fixed(reading), InstantSource.fixed(NOW))
                .read(NOW.plusSeconds(10));
    }

    private static ProcessReading reading(ProcessState state, Optional<Reason> lastExit) {
        return new ProcessReading(
                state,
                Optional.empty(),
                Optional.of(Duration.ofSeconds(90)),
                OptionalInt.of(3),
                OptionalInt.of(1),
                OptionalDouble.of(25),
                OptionalLong.of(1024),
                lastExit,
                OptionalInt.of(1),
                NOW);
    }

    /// Always in the same state.
    private record Fixed(ProcessReading reading) implements Supervisor {
        @Override
        public ProcessReading read() {
            return reading;
        }

        @Override
        public ShellResult restart() {
            throw new AssertionError("a probe restarts nothing");
        }

        @Override
        public ShellResult logs(int lines) {
            throw new AssertionError("this probe reads no log");
        }
    }
}
