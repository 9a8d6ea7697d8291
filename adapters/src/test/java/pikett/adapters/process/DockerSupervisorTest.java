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
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Reason;

class DockerSupervisorTest {
    private static final Instant NOW = Instant.parse("2026-11-03T14:07:00Z");

    private final FakeShell shell = new FakeShell();
    private final DockerSupervisor worker = new DockerSupervisor("worker", shell, () -> NOW);

    private ProcessReading reading(
            String status, int exit, boolean oom, String started, String health, int restarts) {
        shell.on(
                "docker inspect",
                printed(
                        "{\"status\":\"%s\",\"exit\":%d,\"oom\":%s,\"error\":\"\",\"started\":\"%s\",\"health\":%s,\"restarts\":%d }\n"
                                .formatted(status, exit, oom, started, health, restarts)));
        return worker.read();
    }

    @Test
    void readsARunningContainer() {
        ProcessReading reading =
                reading("running", 0, false, "2026-11-03T12:07:00.123456789Z", "\"healthy\"", 2);

        assertThat(reading.state()).isEqualTo(ProcessState.UP);
        assertThat(reading.uptime().map(Duration::toMinutes)).contains(119L);
        assertThat(reading.restarts()).isEqualTo(OptionalInt.of(2));
        assertThat(reading.lastExit()).isEmpty();
        assertThat(shell.ran().getFirst()).endsWith("--", "worker").startsWith("docker", "inspect");
    }

    @ParameterizedTest
    @CsvSource({
        "running, 0, false, null, 0, UP,",
        "running, 0, false, '\"unhealthy\"', 0, UP, its health check in Docker fails",
        "running, 0, false, '\"starting\"', 0, STARTING, its health check in Docker has not passed yet",
        "restarting, 1, false, null, 2, STARTING, 'it ended and Docker is about to start it again, last exit 1'",
        "restarting, 1, false, null, 9, LOOPING, 'not running after 9 restarts, last exit 1'",
        "exited, 0, false, null, 0, STOPPED, it ended with exit 0",
        "exited, 143, false, null, 0, STOPPED, it ended with signal TERM",
        "exited, 137, true, null, 0, FAILED, it ended with signal KILL (out of memory)",
        "exited, 137, false, null, 0, FAILED, it ended with signal KILL",
        "exited, 1, false, null, 0, FAILED, it ended with exit 1",
        "created, 0, false, null, 0, STOPPED, the container was created and never started",
        "paused, 0, false, null, 0, STOPPED, the container is paused",
        "new-word, 0, false, null, 0, UNKNOWN, 'Docker says \"new-word\"'"
    })
    void knowsTheStatesOfDocker(
            String status,
            int exit,
            boolean oom,
            String health,
            int restarts,
            ProcessState expected,
            String reason) {
        ProcessReading reading =
                reading(status, exit, oom, "2026-11-03T12:07:00Z", health, restarts);

        assertThat(reading.state()).isEqualTo(expected);
        assertThat(reading.reason().map(Reason::english).orElse(null)).isEqualTo(reason);
    }

    @Test
    void aContainerThatJustStartedIsStarting() {
        ProcessReading reading = reading("running", 0, false, "2026-11-03T14:06:57Z", "null", 0);

        assertThat(reading.state()).isEqualTo(ProcessState.STARTING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Error response from daemon: No such container: worker | Docker knows no container \"worker\"",
                "permission denied while trying to connect to the Docker daemon socket"
                        + "| our user on this host may not talk to Docker: add it to the group docker",
                "Cannot connect to the Docker daemon at unix:///var/run/docker.sock."
                        + "| docker inspect ended with exit 1: Cannot connect to the Docker daemon at unix:///var/run/docker.sock."
            })
    void aRefusalIsUnknownAndSaysWhatToDo(String said, String reason) {
        shell.on("docker inspect", ended(1, "", said + "\n"));

        assertThat(worker.read())
                .hasToString(ProcessReading.unknown(Reason.told(reason), NOW).toString());
    }

    @Test
    void anUnreadableAnswerIsUnknown() {
        shell.on("docker inspect", printed("<no value>"));

        assertThat(worker.read())
                .isEqualTo(ProcessReading.unknown(Reason.of(Cause.DOCKER_NO_STATE), NOW));
    }

    @Test
    void restartsAndShowsLogs() {
        shell.on("docker restart", printed("worker")).on("docker logs", printed("line"));

        worker.restart();
        worker.logs(20);

        assertThat(shell.ran())
                .containsExactly(
                        List.of("docker", "restart", "--", "worker"),
                        List.of("docker", "logs", "--tail=20", "--", "worker"));
    }
}
