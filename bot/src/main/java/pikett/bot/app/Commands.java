package pikett.bot.app;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import pikett.alerts.outbox.Destination;
import pikett.bot.command.AckCommand;
import pikett.bot.command.AlertsCommand;
import pikett.bot.command.AwakeCommand;
import pikett.bot.command.ChatCommand;
import pikett.bot.command.ChecksCommand;
import pikett.bot.command.DigestCommand;
import pikett.bot.command.HealthCommand;
import pikett.bot.command.HelpCommand;
import pikett.bot.command.IncidentWays;
import pikett.bot.command.LogsCommand;
import pikett.bot.command.QueueCommand;
import pikett.bot.command.RecoverCommand;
import pikett.bot.command.RestartCommand;
import pikett.bot.command.SilenceCommand;
import pikett.bot.command.SilencesCommand;
import pikett.bot.command.StartCommand;
import pikett.bot.command.StatusCommand;
import pikett.bot.command.Targets;
import pikett.bot.command.TestCommand;
import pikett.bot.command.UnblockCommand;
import pikett.bot.command.UnsilenceCommand;
import pikett.bot.command.WhoamiCommand;
import pikett.bot.command.WhyCommand;
import pikett.bot.reload.Reload;
import pikett.bot.reload.ReloadCommand;
import pikett.bot.runbook.Planner;
import pikett.bot.runbook.RunDesk;
import pikett.bot.view.HeartbeatLines;
import pikett.bot.view.Standing;
import pikett.bot.view.Undelivered;
import pikett.config.PikettConfig;

/// Every command, in the order in which help and menu show them.
final class Commands {
    private Commands() {}

    static List<ChatCommand> all(
            Supplier<PikettConfig> followed,
            Reload reload,
            Supplier<Targets> targets,
            Planner planner,
            RunDesk desk,
            UnblockCommand.LoginBlocks blocks,
            UnaryOperator<String> redaction,
            InstantSource clock,
            Alerting alerting,
            Function<Destination, String> names,
            Supplier<Undelivered> undelivered) {
        List<ChatCommand> commands =
                new ArrayList<>(
                        List.of(
                                new StatusCommand(
                                        targets, () -> standing(alerting, undelivered), clock),
                                new HealthCommand(targets, redaction, clock),
                                new LogsCommand(targets, redaction, clock),
                                new QueueCommand(targets, alerting.queuePast(), redaction, clock),
                                new RestartCommand(targets, planner, desk),
                                new RecoverCommand(() -> followed.get().runbooks(), planner, desk),
                                new TestCommand(clock),
                                new WhoamiCommand(),
                                new UnblockCommand(targets, blocks)));
        IncidentWays ways = alerting.ways();
        commands.add(new AlertsCommand(ways));
        commands.add(new AckCommand(ways));
        commands.add(new SilenceCommand(ways));
        commands.add(new SilencesCommand(ways));
        commands.add(new UnsilenceCommand(ways));
        commands.add(new WhyCommand(ways, alerting.overview(), redaction));
        commands.add(new ChecksCommand(alerting::checks, redaction, clock));
        commands.add(new DigestCommand(alerting.digests(), names, clock));
        commands.add(new AwakeCommand(ways, alerting.storms(), names));
        commands.add(new ReloadCommand(reload, alerting.audited()));
        HelpCommand help = new HelpCommand(commands);
        commands.add(help);
        commands.add(new StartCommand(help));
        return commands;
    }

    private static Standing standing(Alerting alerting, Supplier<Undelivered> undelivered) {
        return new Standing(
                alerting.open(), HeartbeatLines.among(alerting.checks()), undelivered.get());
    }
}
