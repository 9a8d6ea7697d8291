package pikett.bot.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pikett.adapters.host.Deadline;
import pikett.adapters.host.Signals;
import pikett.adapters.local.PassedCommand;
import pikett.alerts.heartbeat.Beat;
import pikett.config.HeartbeatConfig;
import pikett.config.PikettConfig;
import pikett.config.Severity;

/// `pikett wrap -- COMMAND`: runs it as if it had been started directly, and tells how it ended.
@Command(
        name = "wrap",
        description =
                "Runs a command with its own input, output and signals, and tells Pikett how it ended: a"
                        + " heartbeat that it began and ended, otherwise an alert if it failed, which is over with"
                        + " the next success. The exit code is the command's, whatever becomes of the telling.")
final class WrapVerb implements Callable<Integer> {
    private static final Duration REPORTED_WITHIN = Duration.ofSeconds(10);
    private static final String TEXT = "text/plain; charset=utf-8";

    /// Secrets are taken out before it is cut to what is told.
    private static final int LOOKED_AT = 64 * 1024;

    @Option(
            names = "--heartbeat",
            paramLabel = "NAME",
            description = "the heartbeat of the configuration that is told when it begins and ends")
    private @Nullable String heartbeat;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description =
                    "what the alert is about, without a heartbeat; otherwise the program's name")
    private @Nullable String name;

    @Option(
            names = "--severity",
            paramLabel = "SEVERITY",
            defaultValue = "warning",
            converter = NotifyVerb.SeverityWord.class,
            description = "of the alert: critical, warning (the default) or info")
    private Severity severity = Severity.WARNING;

    @Mixin private final SourceDoor source = new SourceDoor();
    @Mixin private final ReachOption reach = new ReachOption();

    @Parameters(paramLabel = "COMMAND", arity = "1..*", description = "a program and its arguments")
    private List<String> command = List.of();

    @Override
    public Integer call() throws InterruptedException {
        Reporter.Where where =
                heartbeat == null
                        ? () -> reach.find(source.path(), source::in)
                        : () -> reach.find("/ping/" + heartbeat, this::door);
        try (Reporter reporter = new Reporter()) {
            if (heartbeat != null) {
                reporter.mention(where, _ -> new Reporter.Message("/start", TEXT, ""));
            }
            PassedCommand.Ended ended = PassedCommand.run(command, LOOKED_AT);
            if (!ended.trouble().isEmpty()) {
                System.err.println("pikett: " + ended.trouble());
            }
            reporter.report(where, found -> message(found, ended), REPORTED_WITHIN)
                    .ifPresent(why ->
                            System.err.printf(
                                    "pikett: %s was not told of exit %d: %s%n",
                                    heartbeat == null ? "Pikett" : "heartbeat " + heartbeat,
                                    ended.exit(),
                                    why));
            return ended.exit();
        }
    }

    private Reporter.Message message(ReachOption.Reach found, PassedCommand.Ended ended) {
        String said = ended.trouble().isEmpty() ? ended.tail() : ended.trouble();
        if (heartbeat == null) {
            return new Reporter.Message("", ScriptAlert.TYPE, alert(ended, said).json(found));
        }
        String clean = found.redactor().redact(said);
        return new Reporter.Message(
                "/" + ended.exit(),
                TEXT,
                clean.substring(Math.max(0, clean.length() - Beat.Failed.TAIL)));
    }

    private ScriptAlert alert(PassedCommand.Ended ended, String said) {
        String about =
                Optional.ofNullable(name)
                        .orElseGet(() -> String.valueOf(Path.of(command.getFirst()).getFileName()));
        String how =
                Signals.ofStatus(ended.exit())
                        .map(signal -> "signal " + signal)
                        .orElse("exit " + ended.exit());
        return new ScriptAlert(
                ended.exit() == 0,
                about,
                "%s: %s after %s".formatted(about, how, Deadline.show(ended.took())),
                severity,
                Map.of(),
                said);
    }

    private ReachOption.Door door(PikettConfig config) throws ReachOption.UnreachableException {
        HeartbeatConfig known = config.heartbeats().get(heartbeat);
        if (known == null) {
            throw new ReachOption.UnreachableException(
                    "the configuration has no heartbeat of this name");
        }
        return new ReachOption.Door("/ping/" + heartbeat, known.bearers().stream().findFirst());
    }
}
