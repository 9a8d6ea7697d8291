package pikett.bot.app;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pikett.adapters.local.PassedCommand;
import pikett.alerts.heartbeat.Beat;
import pikett.config.HeartbeatConfig;
import pikett.config.PikettConfig;

/// `pikett wrap -- COMMAND`: runs it as if it had been started directly, and tells how it ended.
@Command(
        name = "wrap",
        description =
                "Runs a command with its own input, output and signals, and tells Pikett how it ended. The"
                        + " exit code is the command's, whatever becomes of the telling.")
final class WrapVerb implements Callable<Integer> {
    private static final Duration REPORTED_WITHIN = Duration.ofSeconds(10);
    private static final String TEXT = "text/plain; charset=utf-8";

    /// Secrets are taken out before it is cut to what is told.
    private static final int LOOKED_AT = 64 * 1024;

    @Option(
            names = "--heartbeat",
            paramLabel = "NAME",
            required = true,
            description = "the heartbeat of the configuration that is told when it begins and ends")
    private @Nullable String heartbeat;

    @Mixin private final ReachOption reach = new ReachOption();

    @Parameters(paramLabel = "COMMAND", arity = "1..*", description = "a program and its arguments")
    private List<String> command = List.of();

    @Override
    public Integer call() throws InterruptedException {
        try (Reporter reporter = new Reporter()) {
            String path = "/ping/" + heartbeat;
            Reporter.Where where = () -> reach.find(path, this::door);
            reporter.mention(where, _ -> new Reporter.Message("/start", TEXT, ""));
            PassedCommand.Ended ended = PassedCommand.run(command, LOOKED_AT);
            if (!ended.trouble().isEmpty()) {
                System.err.println("pikett: " + ended.trouble());
            }
            reporter.report(
                            where,
                            found ->
                                    new Reporter.Message(
                                            "/" + ended.exit(), TEXT, tail(found, ended)),
                            REPORTED_WITHIN)
                    .ifPresent(why ->
                            System.err.printf(
                                    "pikett: heartbeat %s was not told of exit %d: %s%n",
                                    heartbeat, ended.exit(), why));
            return ended.exit();
        }
    }

    private static String tail(ReachOption.Reach reach, PassedCommand.Ended ended) {
        String said = ended.trouble().isEmpty() ? ended.tail() : ended.trouble();
        String clean = reach.redactor().redact(said);
        return clean.substring(Math.max(0, clean.length() - Beat.Failed.TAIL));
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
