package pikett.adapters.process;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import pikett.adapters.host.Command;
import pikett.adapters.host.Shell;
import pikett.adapters.host.ShellResult;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;
import pikett.config.ServiceConfig.Supervision;

/// A program that is read and restarted by commands of its owner.
final class CommandSupervisor implements Supervisor {
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration RESTART_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration LOGS_TIMEOUT = Duration.ofSeconds(15);

    private final Supervision.Commands commands;
    private final Shell shell;
    private final InstantSource clock;
    private final RestartMemory memory = new RestartMemory();

    CommandSupervisor(Supervision.Commands commands, Shell shell, InstantSource clock) {
        this.commands = commands;
        this.shell = shell;
        this.clock = clock;
    }

    @Override
    public ProcessReading read() {
        ShellResult result = run(commands.status(), READ_TIMEOUT, "status");
        Instant now = clock.instant();
        if (!(result instanceof ShellResult.Done done)) {
            return ProcessReading.unknown(
                    ToolTrouble.of("commands.status", result).orElseThrow(), now);
        }
        Observation seen = StatusReport.observation(done);
        return Verdict.judge(seen, memory.remember(seen, now), now);
    }

    @Override
    public ShellResult restart() {
        ShellResult result = run(commands.restart(), RESTART_TIMEOUT, "restart");
        memory.forget();
        return result;
    }

    @Override
    public ShellResult logs(int lines) {
        List<String> command =
                commands.logs().stream()
                        .map(argument -> argument.replace("{lines}", Integer.toString(lines)))
                        .toList();
        return run(command, LOGS_TIMEOUT, "logs");
    }

    private ShellResult run(List<String> command, Duration timeout, String verb) {
        return command.isEmpty()
                ? new ShellResult.FailedToStart(
                        Reason.of(Cause.NO_COMMAND_CONFIGURED, Detail.text(verb)))
                : shell.run(Command.of(timeout, command));
    }
}
