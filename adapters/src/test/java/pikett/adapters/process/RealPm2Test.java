package pikett.adapters.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.adapters.host.Command;
import pikett.adapters.host.Host;
import pikett.adapters.host.ShellResult;
import pikett.adapters.local.LocalDialer;
import pikett.adapters.local.LocalShell;
import pikett.adapters.real.NodePackage;
import pikett.adapters.reason.Reason;
import pikett.config.ServiceConfig.Supervision;

/// Against a real PM2 with a daemon and a home of its own.
@Tag("real")
class RealPm2Test {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir private static Path home;

    private static LocalShell shell;
    private static Supervisors supervisors;
    private static Host host;

    @BeforeAll
    static void start() throws IOException, InterruptedException, URISyntaxException {
        Path bin = NodePackage.modules("pm2", "7.0.4").resolve(".bin");
        shell =
                new LocalShell(
                        List.of(bin),
                        Map.of(
                                "PM2_HOME",
                                home.toString(),
                                "REDIS_PASSWORD",
                                "hunter2-in-the-environment"));
        supervisors = new Supervisors(Clock.systemUTC());
        host = new Host("here", shell, new LocalDialer());
        start("steady.cjs", "steady", "-i", "2");
        start("falling.cjs", "falling");
        start("broken.cjs", "broken");
        start("steady.cjs", "stopped");
        pm2("stop", "stopped");
    }

    @AfterAll
    static void stop() {
        pm2("kill");
    }

    private static void start(String script, String name, String... more)
            throws URISyntaxException {
        Path path = Path.of(Objects.requireNonNull(RealPm2Test.class.getResource(script)).toURI());
        List<String> command = new ArrayList<>(List.of("start", path.toString(), "--name", name));
        command.addAll(List.of(more));
        pm2(command.toArray(String[]::new));
    }

    private static void pm2(String... arguments) {
        List<String> command = new ArrayList<>(List.of("pm2"));
        command.addAll(List.of(arguments));
        ShellResult result = shell.run(Command.of(PATIENCE, command));
        assertThat(result)
                .isInstanceOfSatisfying(
                        ShellResult.Done.class, done -> assertThat(done.exitCode()).isZero());
    }

    private static Supervisor supervisor(String name) {
        return supervisors.supervisor(new Supervision.Pm2(name), host);
    }

    private static void awaitState(Supervisor supervisor, ProcessState state) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(supervisor.read().state()).isEqualTo(state));
    }

    @Test
    void tellsLoopFromHealthWherePm2SaysOnline() {
        Supervisor falling = supervisor("falling");

        awaitState(falling, ProcessState.LOOPING);

        ProcessReading reading = falling.read();
        assertThat(reading.reason().orElseThrow().english()).contains("restart").contains("exit 1");
        assertThat(reading.restarts().orElseThrow()).isPositive();
    }

    @Test
    void tellsAProgramThatPm2GaveUpFromOneThatSomebodyStopped() {
        awaitState(supervisor("broken"), ProcessState.FAILED);
        awaitState(supervisor("stopped"), ProcessState.STOPPED);

        assertThat(supervisor("broken").read().lastExit().map(Reason::english)).contains("exit 1");
    }

    @Test
    void restartsAllInstancesAndSeesThemComeUp() {
        Supervisor steady = supervisor("steady");
        awaitState(steady, ProcessState.UP);
        ProcessReading before = steady.read();

        ShellResult restarted = steady.restart();

        assertThat(restarted)
                .isInstanceOfSatisfying(
                        ShellResult.Done.class, done -> assertThat(done.exitCode()).isZero());
        awaitState(steady, ProcessState.UP);
        ProcessReading after = steady.read();
        assertThat(after.instances()).isEqualTo(OptionalInt.of(2));
        assertThat(after.restarts().orElseThrow()).isEqualTo(before.restarts().orElseThrow() + 2);
        assertThat(after.restartsLately().orElseThrow()).isZero();
        assertThat(after.memoryBytes().orElseThrow()).isGreaterThan(1_000_000);
        assertThat(after.toString()).doesNotContain("hunter2");
    }

    @Test
    void showsBothStreams() {
        ShellResult logs = supervisor("steady").logs(5);

        assertThat(logs)
                .isInstanceOfSatisfying(
                        ShellResult.Done.class,
                        done ->
                                assertThat(done.output().standard())
                                        .contains("tick", "one error at the start"));
    }
}
