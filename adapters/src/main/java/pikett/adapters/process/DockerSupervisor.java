package pikett.adapters.process;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import pikett.adapters.host.Command;
import pikett.adapters.host.Shell;
import pikett.adapters.host.ShellResult;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;

/// A Docker container. CPU and memory are not read: `docker stats` takes two seconds for them.
final class DockerSupervisor implements Supervisor {
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration RESTART_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration LOGS_TIMEOUT = Duration.ofSeconds(15);

    private final String container;
    private final Shell shell;
    private final InstantSource clock;
    private final RestartMemory memory = new RestartMemory();

    DockerSupervisor(String container, Shell shell, InstantSource clock) {
        this.container = container;
        this.shell = shell;
        this.clock = clock;
    }

    @Override
    public ProcessReading read() {
        ShellResult result =
                shell.run(
                        Command.of(
                                READ_TIMEOUT,
                                "docker",
                                "inspect",
                                "--type=container",
                                "--format=" + DockerContainer.FORMAT,
                                "--",
                                container));
        Instant now = clock.instant();
        if (!(result instanceof ShellResult.Done done)) {
            return ProcessReading.unknown(ToolTrouble.of("docker", result).orElseThrow(), now);
        }
        if (!done.succeeded()) {
            return ProcessReading.unknown(refusal(done), now);
        }
        Optional<PickedFields> fields = DockerContainer.parse(done.output().standard());
        if (fields.isEmpty()) {
            return ProcessReading.unknown(Reason.of(Cause.DOCKER_NO_STATE), now);
        }
        Observation seen = DockerContainer.observation(fields.get(), now);
        return Verdict.judge(seen, memory.remember(seen, now), now);
    }

    @Override
    public ShellResult restart() {
        ShellResult result =
                shell.run(Command.of(RESTART_TIMEOUT, "docker", "restart", "--", container));
        memory.forget();
        return result;
    }

    @Override
    public ShellResult logs(int lines) {
        return shell.run(
                Command.of(LOGS_TIMEOUT, "docker", "logs", "--tail=" + lines, "--", container));
    }

    private Reason refusal(ShellResult.Done done) {
        String said = done.output().error();
        if (said.contains("No such container")) {
            return Reason.of(Cause.CONTAINER_UNKNOWN, Detail.text(Spoken.name(container)));
        }
        if (said.contains("permission denied")) {
            return Reason.of(Cause.MAY_NOT_ASK_DOCKER);
        }
        return ToolTrouble.exit("docker inspect", done);
    }
}
