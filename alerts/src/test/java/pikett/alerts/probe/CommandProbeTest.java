package pikett.alerts.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static pikett.alerts.probe.Offering.flag;
import static pikett.alerts.probe.Offering.number;
import static pikett.alerts.probe.Offering.value;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pikett.adapters.host.Output;
import pikett.adapters.host.ShellReason;
import pikett.adapters.host.ShellResult;
import pikett.adapters.local.LocalShell;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;
import pikett.alerts.reading.Reading;
import pikett.alerts.reading.Value;
import pikett.config.condition.Name;
import pikett.config.offer.ProbeKind;

final class CommandProbeTest {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void whatAProgramSaysKeepsTheOffer() {
        Reading reading = read(LONG, "sh", "-c", "echo 1795168800; exit 3");
        assertThat(value(reading, "exit")).isEqualTo(number(3));
        assertThat(value(reading, "stdout")).contains(new Value.Text("1795168800"));
        assertThat(value(reading, "failed")).isEqualTo(flag(false));
        assertThat(number(reading, Name.of("latency"))).isBetween(0.0, 30.0);
        Offering.isKept(ProbeKind.COMMAND, Set.of("number", "age"), reading);
    }

    @Test
    void onlyTheLastLineBreaksAreTakenAway() {
        assertThat(value(read(LONG, "printf", " a\\n\\nb \\n\\n"), "stdout"))
                .contains(new Value.Text(" a\n\nb "));
    }

    @Test
    void aProgramThatSaysTooMuchIsCutShort() {
        Value said =
                value(read(LONG, "head", "-c", "5000000", "/dev/zero"), "stdout").orElseThrow();
        assertThat(((Value.Text) said).text().length())
                .isBetween(1000, CommandProbe.MOST_OUTPUT + 100);
    }

    @Test
    void aProgramThatIsNotThereHasFailedWithoutAStatus() {
        Reading reading = read(LONG, "/no/such/program");
        assertThat(Offering.values(reading).byName()).containsOnlyKeys(Name.of("failed"));
        assertThat(value(reading, "failed")).isEqualTo(flag(true));
    }

    @Test
    void aProgramThatIsKilledHasFailedWithoutAStatus() {
        Reading reading = read(LONG, "sh", "-c", "kill -KILL $$");
        assertThat(value(reading, "failed")).isEqualTo(flag(true));
        assertThat(value(reading, "exit")).isEmpty();
    }

    @Test
    void aProgramThatTakesTooLongHasFailedAndItsLatencyIsHowLongItRan() {
        Reading reading = read(Duration.ofMillis(300), "sleep", "60");
        assertThat(value(reading, "failed")).isEqualTo(flag(true));
        assertThat(value(reading, "exit")).isEmpty();
        assertThat(number(reading, Name.of("latency"))).isBetween(0.25, 30.0);
    }

    @Test
    void aProgramThatWasNotGivenItsTimeIsUnknown() {
        Instant soon = CLOCK.instant().plusMillis(300);
        Reading reading =
                new CommandProbe(new LocalShell(), List.of("sleep", "60"), LONG, CLOCK).read(soon);
        assertThat(reading).isInstanceOf(Reading.Unknown.class);
    }

    @Test
    void aProgramThatIsEndedBecauseNobodyWaitsIsUnknown() {
        Thread.currentThread().interrupt();
        try {
            assertThat(read(LONG, "sleep", "60")).isInstanceOf(Reading.Unknown.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("untold")
    void whatTellsNothingOfTheProgramIsUnknownAndWhy(ShellResult result) {
        Instant now = Instant.parse("2026-11-21T12:00:00Z");
        Reading reading =
                new CommandProbe(
                                new ScriptedShell().on("stat", result),
                                List.of("stat", "/x"),
                                LONG,
                                InstantSource.fixed(now))
                        .read(now.plus(LONG));
        assertThat(reading).isEqualTo(new Reading.Unknown(now, ShellReason.of(result)));
    }

    static Stream<ShellResult> untold() {
        Reason reason = Reason.of(Cause.CONNECTION_LOST, Detail.text("prod-1"));
        return Stream.of(
                new ShellResult.Unreachable(reason),
                new ShellResult.Refused(new ShellResult.Refusal.LoginFailed(2)),
                new ShellResult.Unknown(reason, Output.EMPTY));
    }

    private static Reading read(Duration timeout, String... arguments) {
        return new CommandProbe(new LocalShell(), List.of(arguments), timeout, CLOCK)
                .read(CLOCK.instant().plusSeconds(60));
    }
}
