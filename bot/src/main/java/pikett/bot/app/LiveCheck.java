package pikett.bot.app;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import pikett.adapters.host.Command;
import pikett.adapters.host.ShellReason;
import pikett.adapters.host.ShellResult;
import pikett.adapters.http.Http;
import pikett.adapters.http.HttpResult;
import pikett.adapters.local.LocalDialer;
import pikett.adapters.mail.MailResult;
import pikett.adapters.mail.Mailer;
import pikett.adapters.process.ProcessReading;
import pikett.adapters.process.ProcessState;
import pikett.adapters.queue.QueueReading;
import pikett.adapters.reason.Reason;
import pikett.adapters.ssh.Hosts;
import pikett.adapters.ssh.LoginBreaker;
import pikett.adapters.ssh.SshLimits;
import pikett.adapters.store.Store;
import pikett.adapters.store.StoreOpenException;
import pikett.adapters.store.Stores;
import pikett.bot.channel.MailCarrier;
import pikett.bot.command.Targets;
import pikett.bot.telegram.BotApi;
import pikett.bot.telegram.BotIdentity;
import pikett.bot.telegram.CallResult;
import pikett.bot.telegram.TelegramEndpoint;
import pikett.config.ChannelConfig;
import pikett.config.PikettConfig;

/// Reaches everything that the configuration names, all at once, and says what failed and why. Reads
/// only. The database is used, so that failed logins count against the same limit as those of the bot.
final class LiveCheck {
    private static final Duration HOST_WITHIN = Duration.ofSeconds(15);

    private final PikettConfig config;
    private final java.util.function.UnaryOperator<String> redaction;
    private final Ground ground;
    private final PrintStream out;

    /// What was found of one thing.
    private record Finding(boolean well, String words) {}

    LiveCheck(ConfigOption.Usable usable, Ground ground, PrintStream out) {
        this.config = usable.config();
        this.redaction = usable.redactor()::redact;
        this.ground = ground;
        this.out = out;
    }

    /// What a host is asked to see that it answers.
    static Command hostQuestion() {
        return Command.of(HOST_WITHIN, "true");
    }

    boolean passed() {
        try (Store store = Stores.open(config.storage().url());
                Hosts hosts =
                        new Hosts(
                                config.hosts(),
                                ground.local(),
                                new LoginBreaker(store, ground.clock()),
                                ground.clock(),
                                SshLimits.DEFAULT);
                Http http = new Http(new LocalDialer(), redaction);
                BotApi api = new BotApi(TelegramEndpoint.of(config.telegram()))) {
            Targets targets = new TargetWiring(config, hosts.all(), http, ground.clock()).targets();
            return report(questions(targets, api));
        } catch (StoreOpenException e) {
            out.println("✘ storage: " + e.getMessage());
            return false;
        }
    }

    private Map<String, Callable<Finding>> questions(Targets targets, BotApi api) {
        Map<String, Callable<Finding>> questions = new LinkedHashMap<>();
        LiveHops hops =
                new LiveHops(
                        new LocalDialer(), TelegramEndpoint.of(config.telegram()).proxyPlace());
        questions.put("telegram", () -> telegram(api, hops));
        config.notifications()
                .channels()
                .forEach((name, channel) ->
                        questions.put("channel " + name, () -> channel(channel, hops)));
        for (Targets.HostTarget host : targets.hosts()) {
            questions.put("host " + host.name(), () -> shell(host.shell().run(hostQuestion())));
        }
        for (Targets.ServiceTarget service : targets.services()) {
            questions.put("service " + service.name(), () -> process(service.supervisor().read()));
            service.health()
                    .ifPresent(probe ->
                            questions.put("health of " + service.name(), () -> http(probe.ask())));
        }
        for (Targets.QueueTarget queue : targets.queues()) {
            questions.put("queue " + queue.name(), () -> queue(queue.queue().read()));
        }
        return questions;
    }

    private boolean report(Map<String, Callable<Finding>> questions) {
        boolean well = true;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Map.Entry<String, Future<Finding>>> answers = new ArrayList<>();
            questions.forEach(
                    (name, question) -> answers.add(Map.entry(name, threads.submit(question))));
            for (Map.Entry<String, Future<Finding>> answer : answers) {
                Finding finding = found(answer.getValue());
                well &= finding.well();
                out.printf(
                        "%s %s: %s%n",
                        finding.well() ? "✔" : "✘",
                        answer.getKey(),
                        redaction.apply(finding.words()));
            }
        }
        return well;
    }

    private static Finding found(Future<Finding> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            return new Finding(false, "failed inside: " + e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Finding(false, "interrupted");
        }
    }

    private static Finding telegram(BotApi api, LiveHops hops) {
        Optional<String> proxy = hops.proxyNotReached();
        if (proxy.isPresent()) {
            return new Finding(false, proxy.get());
        }
        return switch (api.whoAmI()) {
            case CallResult.Done<BotIdentity>(BotIdentity me) ->
                    new Finding(true, "@" + me.username());
            case CallResult.Failed<BotIdentity>(var failure) ->
                    new Finding(false, hops.telegram(failure));
        };
    }

    private Finding channel(ChannelConfig channel, LiveHops hops) {
        return switch (channel) {
            case ChannelConfig.Mail mail ->
                    switch (new Mailer(redaction, ground.clock())
                            .probe(MailCarrier.server(mail), HOST_WITHIN)) {
                        case MailResult.Taken _ -> new Finding(true, "takes us in");
                        case MailResult.NotTaken(var step, String reason, var _) ->
                                new Finding(
                                        false,
                                        "%s: %s"
                                                .formatted(
                                                        step.name().toLowerCase(Locale.ROOT),
                                                        reason));
                        case MailResult.Unclear(String reason) -> new Finding(false, reason);
                    };
            case ChannelConfig.Webhook hook ->
                    hops.webhook(URI.create(hook.url().reveal()))
                            .map(why -> new Finding(false, why))
                            .orElseGet(() -> new Finding(true, "is reached"));
        };
    }

    private static Finding shell(ShellResult result) {
        return result instanceof ShellResult.Done done && done.succeeded()
                ? new Finding(true, "answers in " + done.took().toMillis() + " ms")
                : new Finding(false, ShellReason.of(result).english());
    }

    private static Finding process(ProcessReading reading) {
        boolean well =
                reading.state() == ProcessState.UP || reading.state() == ProcessState.STARTING;
        String state = reading.state().name().toLowerCase(Locale.ROOT);
        return new Finding(
                well, reading.reason().map(why -> state + ", " + why.english()).orElse(state));
    }

    private static Finding http(HttpResult result) {
        return switch (result) {
            case HttpResult.Answered answered ->
                    new Finding(
                            answered.status() < 400,
                            "HTTP %d in %d ms"
                                    .formatted(answered.status(), answered.took().toMillis()));
            case HttpResult.Failed failed -> new Finding(false, failed.reason().english());
        };
    }

    private static Finding queue(QueueReading reading) {
        return switch (reading) {
            case QueueReading.Counts counts ->
                    new Finding(true, counts.waiting().orElse(0) + " waiting");
            case QueueReading.Unreadable(Reason reason, var _) ->
                    new Finding(false, reason.english());
        };
    }
}
