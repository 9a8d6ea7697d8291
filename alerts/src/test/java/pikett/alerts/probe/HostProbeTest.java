package pikett.alerts.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static pikett.alerts.probe.Offering.flag;
import static pikett.alerts.probe.Offering.number;
import static pikett.alerts.probe.Offering.value;
import static pikett.alerts.probe.ScriptedShell.ended;
import static pikett.alerts.probe.ScriptedShell.printed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import pikett.adapters.host.Output;
import pikett.adapters.host.Shell;
import pikett.adapters.host.ShellReason;
import pikett.adapters.host.ShellResult;
import pikett.adapters.local.LocalShell;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;
import pikett.alerts.reading.Reading;
import pikett.config.condition.Name;
import pikett.config.offer.ProbeKind;

final class HostProbeTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String VITALS =
            """
            350735.47 234388.90
            4.20 0.18 0.12 1/80 11206
            MemTotal:        1000 kB
            MemAvailable:     100 kB
            0-3
            """;
    private static final String DISKS =
            """
            Filesystem     1024-blocks  Used Available Capacity Mounted on
            /dev/vda1             1000   900       100      90% /
            /dev/vdb1             1000   250       750      25% /srv
            """;

    @Test
    void thisMachineIsReadAndKeepsTheOffer() {
        InstantSource clock = InstantSource.system();
        Reading reading =
                new HostProbe(new LocalShell(), clock)
                        .read(clock.instant().plus(Duration.ofSeconds(20)));
        Offering.isKept(ProbeKind.HOST, Set.of(), reading);
        assertThat(number(reading, Name.of("memory"))).isBetween(0.001, 1.0);
        assertThat(number(reading, Name.of("disk", "/"))).isBetween(0.0, 1.0);
        assertThat(number(reading, Name.of("cpus"))).isGreaterThanOrEqualTo(1);
        assertThat(number(reading, Name.of("uptime"))).isPositive();
    }

    @Test
    void aHostIsToldInFixedUnits() {
        ScriptedShell shell =
                new ScriptedShell().on("cat", printed(VITALS)).on("df", printed(DISKS));
        Reading reading = read(shell);
        assertThat(value(reading, "unreachable")).isEqualTo(flag(false));
        assertThat(value(reading, "load")).isEqualTo(number(4.2));
        assertThat(value(reading, "memory")).isEqualTo(number(0.9));
        assertThat(value(reading, "uptime")).isEqualTo(number(350_735));
        assertThat(value(reading, "cpus")).isEqualTo(number(4));
        assertThat(value(reading, Name.of("disk", "/"))).isEqualTo(number(0.9));
        assertThat(value(reading, Name.of("disk", "/srv"))).isEqualTo(number(0.25));
        assertThat(value(reading, Name.of("disk", "/home"))).isEmpty();
        assertThat(shell.ran()).hasSize(2);
    }

    @Test
    void whatAHostDoesNotTellIsLeftOut() {
        Reading reading =
                read(
                        new ScriptedShell()
                                .on("cat", ended(1, ""))
                                .on("df", new ShellResult.FailedToStart(Reason.told("no df"))));
        assertThat(Offering.values(reading).byName()).containsOnlyKeys(Name.of("unreachable"));
        assertThat(value(reading, "unreachable")).isEqualTo(flag(false));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aHostThatCannotTellItsLoadIsReachedAndTellsItsDisks(ShellResult result) {
        Reading reading = read(new ScriptedShell().on("cat", result).on("df", printed(DISKS)));
        assertThat(value(reading, "unreachable")).isEqualTo(flag(false));
        assertThat(value(reading, Name.of("disk", "/"))).isEqualTo(number(0.9));
    }

    static Stream<ShellResult> broken() {
        return Stream.of(
                new ShellResult.FailedToStart(Reason.told("no cat")),
                new ShellResult.Killed("KILL", Output.EMPTY, Duration.ofSeconds(1)));
    }

    @Test
    void aDiskThatHoldsUpDfHidesNothingElse() {
        Reading reading =
                read(
                        new ScriptedShell()
                                .on("cat", printed(VITALS))
                                .on("df", new ShellResult.TimedOut(Duration.ZERO, Output.EMPTY)));
        assertThat(value(reading, "load")).isEqualTo(number(4.2));
        assertThat(value(reading, Name.of("disk", "/"))).isEmpty();
    }

    @Test
    void aDiskThatCannotBeReadHidesNoOther() {
        ScriptedShell shell =
                new ScriptedShell().on("cat", printed(VITALS)).on("df", ended(1, DISKS));
        assertThat(value(read(shell), Name.of("disk", "/"))).isEqualTo(number(0.9));
        assertThat(shell.ran()).hasSize(2);
    }

    @Test
    void aDfThatDoesNotKnowItsOwnDisksIsAskedForAll() {
        ScriptedShell shell =
                new ScriptedShell()
                        .on("cat", printed(VITALS))
                        .on("df -P -k -l", ended(1, ""))
                        .on("df -P -k", printed(DISKS));
        assertThat(value(read(shell), Name.of("disk", "/"))).isEqualTo(number(0.9));
    }

    @Test
    void aHostThatDoesNotAnswerIsUnreachableAndNothingElseIsSaid() {
        Reason reason =
                Reason.of(
                        Cause.NO_ANSWER, Detail.text("prod-1"), Detail.span(Duration.ofSeconds(5)));
        Reading reading = read(command -> new ShellResult.Unreachable(reason));
        assertThat(Offering.values(reading).byName()).containsOnlyKeys(Name.of("unreachable"));
        assertThat(value(reading, "unreachable")).isEqualTo(flag(true));
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Known.class, known -> assertThat(known.why()).contains(reason));
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"CANCELLED", "GIVEN_UP", "STOPPING", "ERROR_INSIDE"})
    void whatKeepsOnlyUsFromAskingSaysNothingOfTheHost(Cause ours) {
        Reason reason = Reason.of(ours);
        assertThat(read(command -> new ShellResult.Unreachable(reason)))
                .isEqualTo(new Reading.Unknown(NOW, reason));
    }

    @Test
    void aHostThatIsBusyWithOurOwnCommandsIsNotGone() {
        Reason busy = Reason.of(Cause.BUSY, Detail.text("prod-1"));
        assertThat(read(command -> new ShellResult.Unreachable(busy)))
                .isEqualTo(new Reading.Unknown(NOW, busy));
    }

    @ParameterizedTest
    @MethodSource("untold")
    void whatTellsNothingOfTheHostIsUnknownAndWhy(ShellResult result) {
        assertThat(read(command -> result))
                .isEqualTo(new Reading.Unknown(NOW, ShellReason.of(result)));
    }

    static Stream<ShellResult> untold() {
        return Stream.of(
                new ShellResult.Refused(new ShellResult.Refusal.LoginFailed(2)),
                new ShellResult.TimedOut(Duration.ofSeconds(10), Output.EMPTY),
                new ShellResult.Unknown(
                        Reason.of(Cause.END_NOT_SAID, Detail.text("prod-1")), Output.EMPTY));
    }

    @Test
    void aCommandGetsTheTimeThatIsLeftAndNeverNone() {
        ScriptedShell shell =
                new ScriptedShell().on("cat", printed(VITALS)).on("df", printed(DISKS));
        new HostProbe(shell, InstantSource.fixed(NOW)).read(NOW.plusSeconds(7));
        new HostProbe(shell, InstantSource.fixed(NOW)).read(NOW.minusSeconds(7));
        assertThat(shell.ran())
                .extracting(command -> command.timeout().toMillis())
                .containsExactly(7000L, 7000L, 1L, 1L);
    }

    private static Reading read(Shell shell) {
        return new HostProbe(shell, InstantSource.fixed(NOW)).read(NOW.plusSeconds(10));
    }
}
