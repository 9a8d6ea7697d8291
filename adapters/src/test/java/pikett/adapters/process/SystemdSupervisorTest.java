package pikett.adapters.process;

import static org.assertj.core.api.Assertions.assertThat;
import static pikett.adapters.host.FakeShell.ended;
import static pikett.adapters.host.FakeShell.printed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pikett.adapters.host.FakeShell;
import pikett.adapters.host.ShellResult;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;

class SystemdSupervisorTest {
    private static final String SHOW = "env LC_ALL=C TZ=UTC systemctl show";

    private final AtomicReference<Instant> time =
            new AtomicReference<>(Instant.parse("2026-11-03T14:07:00Z"));
    private final FakeShell shell = new FakeShell();
    private final SystemdSupervisor caddy =
            new SystemdSupervisor("caddy.service", shell, time::get);

    private ProcessReading reading(String shown) {
        shell.on(SHOW, printed(shown));
        return caddy.read();
    }

    private static String unit(String active, String sub, String result) {
        return "LoadState=loaded\nActiveState=%s\nSubState=%s\nResult=%s\nNRestarts=0\nExecMainCode=1\nExecMainStatus=203\n"
                .formatted(active, sub, result);
    }

    @Test
    void readsARunningUnit() {
        ProcessReading reading = reading(Fixtures.text("systemctl-active.txt"));

        assertThat(reading.state()).isEqualTo(ProcessState.UP);
        assertThat(reading.reason()).isEmpty();
        assertThat(reading.uptime()).contains(Duration.ofSeconds(21_889));
        assertThat(reading.restarts()).isEqualTo(OptionalInt.of(0));
        assertThat(reading.restartsLately()).isEqualTo(OptionalInt.of(0));
        assertThat(reading.memoryBytes()).hasValue(9_568_256);
        assertThat(reading.cpuPercent()).isEmpty();
        assertThat(reading.lastExit()).isEmpty();
        assertThat(shell.ran().getFirst()).endsWith("--", "caddy.service");
    }

    @Test
    void tellsCpuFromTheSecondReadingOn() {
        String shown = Fixtures.text("systemctl-active.txt");
        reading(shown);
        time.set(time.get().plusSeconds(30));

        ProcessReading second = reading(shown.replace("48213547000", "63213547000"));

        assertThat(second.cpuPercent()).hasValue(50.0);
    }

    @Test
    void aUnitThatIsStartedAgainAndAgainLoops() {
        ProcessReading reading = reading(Fixtures.text("systemctl-auto-restart.txt"));

        assertThat(reading.state()).isEqualTo(ProcessState.LOOPING);
        assertThat(reading.reason().map(Reason::english))
                .contains("not running after 41 restarts, last exit 1");
        assertThat(reading.memoryBytes()).isEmpty();
    }

    @Test
    void aUnitThatSystemdDoesNotKnowIsUnknown() {
        ProcessReading reading = reading(Fixtures.text("systemctl-not-found.txt"));

        assertThat(reading.state()).isEqualTo(ProcessState.UNKNOWN);
        assertThat(reading.reason().map(Reason::english))
                .contains("systemd knows no such unit on this host");
    }

    @ParameterizedTest
    @CsvSource({
        "active, exited, success, UP",
        "reloading, reload, success, UP",
        "activating, start-pre, success, STARTING",
        "activating, auto-restart, exit-code, STARTING",
        "deactivating, stop-sigterm, success, STOPPED",
        "inactive, dead, success, STOPPED",
        "failed, failed, start-limit-hit, FAILED",
        "failed, failed, oom-kill, FAILED",
        "maintenance, x, success, UNKNOWN",
        "something-new, x, success, UNKNOWN"
    })
    void knowsTheStatesOfSystemd(String active, String sub, String result, ProcessState expected) {
        ProcessReading reading = reading(unit(active, sub, result));

        assertThat(reading.state()).isEqualTo(expected);
        assertThat(reading.reason().isEmpty()).isEqualTo(expected == ProcessState.UP);
    }

    @Test
    void saysHowAFailedUnitEnded() {
        String killed =
                unit("failed", "failed", "oom-kill")
                        .replace("ExecMainCode=1", "ExecMainCode=2")
                        .replace("203", "9");

        ProcessReading reading = reading(killed);

        assertThat(reading.lastExit().map(Reason::english)).contains("signal KILL (out of memory)");
        assertThat(reading.reason().map(Reason::english))
                .contains("ended because memory ran out, last signal KILL (out of memory)");
    }

    @Test
    void aMaskedUnitIsStopped() {
        ProcessReading reading =
                reading(unit("inactive", "dead", "success").replace("loaded", "masked"));

        assertThat(reading.state()).isEqualTo(ProcessState.STOPPED);
        assertThat(reading.reason().map(Reason::english)).contains("the unit is masked");
    }

    @Test
    void aHostWithoutSystemdIsUnknown() {
        shell.on(
                SHOW,
                ended(
                        1,
                        "",
                        "System has not been booted with systemd as init system (PID 1). Can't operate.\n"));

        ProcessReading reading = caddy.read();

        assertThat(reading.state()).isEqualTo(ProcessState.UNKNOWN);
        assertThat(reading.reason().orElseThrow().english())
                .startsWith(
                        "systemctl show ended with exit 1: System has not been booted with systemd");
    }

    @Test
    void aDeniedRestartSaysHowToAllowIt() {
        shell.on(
                "systemctl --no-ask-password restart -- caddy.service",
                ended(
                        1,
                        "",
                        "Failed to restart caddy.service: Interactive authentication required.\n"));

        assertThat(caddy.restart())
                .isEqualTo(
                        new ShellResult.FailedToStart(
                                Reason.of(Cause.MAY_NOT_RESTART_UNIT, Detail.text("caddy.service"))
                                        .said(
                                                "Failed to restart caddy.service: Interactive authentication required.")));
    }

    @Test
    void anotherFailureIsGivenAsItIs() {
        ShellResult.Done failed = ended(1, "", "Job for caddy.service failed.\n");
        shell.on("systemctl", failed);

        assertThat(caddy.restart()).isEqualTo(failed);
    }

    @Test
    void readsTheJournal() {
        shell.on("journalctl", printed("line"));

        caddy.logs(30);

        assertThat(shell.ran())
                .containsExactly(
                        List.of(
                                "journalctl",
                                "--unit=caddy.service",
                                "--lines=30",
                                "--no-pager",
                                "--output=short-iso"));
    }
}
