package pikett.bot.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import pikett.adapters.host.Command;
import pikett.adapters.host.Host;
import pikett.adapters.host.Shell;
import pikett.adapters.host.ShellResult;
import pikett.bot.command.Correlation;
import pikett.bot.trace.TraceSpan;
import pikett.bot.trace.Traces;

/// A shell whose every command leaves a line in the log, a count in the metrics and a span in the traces: the
/// program and how it ended, never its arguments.
final class WatchedShell implements Shell {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedShell.class);

    private final String host;
    private final Shell shell;
    private final InstantSource clock;
    private final MeterRegistry metrics;
    private final Traces traces;

    private WatchedShell(
            String host, Shell shell, InstantSource clock, MeterRegistry metrics, Traces traces) {
        this.host = host;
        this.shell = shell;
        this.clock = clock;
        this.metrics = metrics;
        this.traces = traces;
    }

    /// The host, with its shell watched.
    static Host watch(Host host, InstantSource clock, MeterRegistry metrics, Traces traces) {
        return new Host(
                host.name(),
                new WatchedShell(host.name(), host.shell(), clock, metrics, traces),
                host.dialer());
    }

    @Override
    public ShellResult run(Command command) {
        TraceSpan span =
                traces.span("shell")
                        .with("host", host)
                        .with("program", command.arguments().getFirst());
        return span.during(() -> counted(command, span));
    }

    private ShellResult counted(Command command, TraceSpan span) {
        Instant start = clock.instant();
        ShellResult result = shell.run(command);
        Duration took = Duration.between(start, clock.instant());
        String outcome = outcome(result);
        span.with("outcome", outcome);
        // What nobody asked for, such as the looks of checks, would bury what somebody did.
        LOG.atLevel(Correlation.isSet() ? Level.INFO : Level.DEBUG)
                .log(
                        "shell host={} program={} outcome={} took={}ms",
                        host,
                        command.arguments().getFirst(),
                        outcome,
                        took.toMillis());
        metrics.timer("pikett_shell_command", "host", host, "outcome", outcome).record(took);
        return result;
    }

    private static String outcome(ShellResult result) {
        return switch (result) {
            case ShellResult.Done(int exit, var _, var _) -> exit == 0 ? "done" : "exit";
            case ShellResult.Killed _ -> "killed";
            case ShellResult.FailedToStart _ -> "failed-to-start";
            case ShellResult.TimedOut _ -> "timed-out";
            case ShellResult.Unreachable _ -> "unreachable";
            case ShellResult.Refused _ -> "refused";
            case ShellResult.Unknown _ -> "unknown";
        };
    }
}
