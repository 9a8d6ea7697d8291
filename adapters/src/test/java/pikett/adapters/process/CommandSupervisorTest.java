package pikett.adapters.process;

import static org.assertj.core.api.Assertions.assertThat;
import static pikett.adapters.host.FakeShell.ended;
import static pikett.adapters.host.FakeShell.printed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pikett.adapters.host.FakeShell;
import pikett.adapters.host.ShellResult;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;
import pikett.config.ServiceConfig.Supervision;

class CommandSupervisorTest {
    private static final Instant NOW = Instant.parse("2026-11-03T14:07:00Z");

    private final FakeShell shell = new FakeShell();
    private final CommandSupervisor legacy =
            new CommandSupervisor(
                    new Supervision.Commands(
                            List.of("/opt/legacy/ctl", "status"),
                            List.of("/opt/legacy/ctl", "restart"),
                            List.of("tail", "-n", "{lines}", "/var/log/legacy.log")),
                    shell,
                    () -> NOW);

    private ProcessReading reading(int exit, String standard) {
        shell.on("/opt/legacy/ctl status", ended(exit, standard, ""));
        return legacy.read();
    }

    @ParameterizedTest
    @CsvSource({"0, UP", "3, STOPPED", "4, UNKNOWN", "1, FAILED", "255, FAILED"})
    void readsTheExitCodeAsInitScriptsMeanIt(int exit, ProcessState expected) {
        assertThat(reading(exit, "legacy says something").state()).isEqualTo(expected);
    }

    @Test
    void quotesWhatTheCommandSaid() {
        assertThat(reading(1, "\n  no pid file\n").reason().map(Reason::english))
                .contains("commands.status ended with exit 1: no pid file");
    }

    @Test
    void takesDetailsFromAJsonObject() {
        ProcessReading reading =
                reading(
                        0,
                        """
                        {"state":"up","uptime":3600.5,"restarts":2,"cpu":12.5,"memory":1048576,"more":{"x":[1]}}
                        """);

        assertThat(reading.state()).isEqualTo(ProcessState.UP);
        assertThat(reading.uptime()).contains(Duration.ofMillis(3_600_500));
        assertThat(reading.restarts()).isEqualTo(OptionalInt.of(2));
        assertThat(reading.cpuPercent()).hasValue(12.5);
        assertThat(reading.memoryBytes()).hasValue(1_048_576);
    }

    @Test
    void theStateInTheObjectWinsOverTheExitCode() {
        ProcessReading reading =
                reading(0, "{\"state\":\"looping\",\"reason\":\"fell over 16 times\"}");

        assertThat(reading.state()).isEqualTo(ProcessState.LOOPING);
        assertThat(reading.reason().map(Reason::english)).contains("fell over 16 times");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"state\":\"perfect\",\"uptime\":\"soon\",\"restarts\":-1,\"cpu\":-3,\"memory\":-1}",
                "{\"uptime\":1e300,\"memory\":1e300,\"restarts\":null,\"cpu\":\"NaN\"}",
                "{\"uptime\":",
                "[1,2]",
                "{} and words"
            })
    void aStrangeObjectIsNoDetail(String standard) {
        ProcessReading reading = reading(0, standard);

        assertThat(reading.state()).isEqualTo(ProcessState.UP);
        assertThat(reading.uptime()).isEmpty();
        assertThat(reading.restarts()).isEmpty();
        assertThat(reading.cpuPercent()).isEmpty();
        assertThat(reading.memoryBytes()).isEmpty();
    }

    @Test
    void asksForTheLinesThatAreWanted() {
        shell.on("tail", printed("x")).on("/opt/legacy/ctl restart", printed("ok"));

        legacy.logs(40);
        legacy.restart();

        assertThat(shell.ran())
                .containsExactly(
                        List.of("tail", "-n", "40", "/var/log/legacy.log"),
                        List.of("/opt/legacy/ctl", "restart"));
    }

    @Test
    void aCommandThatIsNotConfiguredIsNotRun() {
        CommandSupervisor bare =
                new CommandSupervisor(
                        new Supervision.Commands(List.of(), List.of(), List.of()),
                        shell,
                        () -> NOW);

        assertThat(bare.read().state()).isEqualTo(ProcessState.UNKNOWN);
        assertThat(bare.restart())
                .isEqualTo(
                        new ShellResult.FailedToStart(
                                Reason.of(Cause.NO_COMMAND_CONFIGURED, Detail.text("restart"))));
        assertThat(shell.ran()).isEmpty();
    }
}
