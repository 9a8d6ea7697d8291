package pikett.bot.app;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import pikett.adapters.host.Host;
import pikett.adapters.http.Http;
import pikett.adapters.local.LocalDialer;
import pikett.adapters.redaction.Redactor;
import pikett.adapters.ssh.Hosts;
import pikett.adapters.ssh.LoginBreaker;
import pikett.adapters.ssh.SshLimits;
import pikett.adapters.store.Store;
import pikett.adapters.store.Stores;
import pikett.alerts.check.Check;
import pikett.alerts.outbox.OutboxOverview;
import pikett.alerts.outbox.OutboxPump;
import pikett.alerts.outbox.Sender;
import pikett.alerts.outbox.SqlOutbox;
import pikett.bot.audit.AuditLog;
import pikett.bot.command.Acts;
import pikett.bot.command.Answers;
import pikett.bot.command.ChatCommand;
import pikett.bot.command.Dispatcher;
import pikett.bot.command.RunRedeemer;
import pikett.bot.command.Targets;
import pikett.bot.delivery.LiveSender;
import pikett.bot.delivery.TelegramSender;
import pikett.bot.inbound.Listener;
import pikett.bot.inbound.Route;
import pikett.bot.runbook.Planner;
import pikett.bot.runbook.RunDesk;
import pikett.bot.runbook.RunEnvironment;
import pikett.bot.telegram.BotApi;
import pikett.bot.telegram.TelegramEdge;
import pikett.bot.telegram.TelegramEndpoint;
import pikett.bot.watch.CheckPlan;
import pikett.bot.watch.Sights;
import pikett.config.PikettConfig;

/// Pikett put together and running.
///
/// The order is what matters here: what was cut off is told before anything new is taken, answers can
/// leave before questions come in, and everything ends the other way round.
final class App implements AutoCloseable {
    private static final Duration RUNS_END_WITHIN = Duration.ofSeconds(8);
    private static final Duration SENDS_END_WITHIN = Duration.ofSeconds(5);
    private static final Duration CHECKS_END_WITHIN = Duration.ofSeconds(3);
    private static final OutboxPump.Settings PUMP =
            new OutboxPump.Settings(32, Duration.ofSeconds(1));

    private final Closer closer = new Closer();
    private final Optional<Listener> listener;

    /// Starts.
    ///
    /// @throws pikett.adapters.store.StoreOpenException when the database cannot be used
    /// @throws IOException when the port cannot be had
    static App start(PikettConfig config, Redactor redactor, Ground ground) throws IOException {
        return new App(config, redactor::redact, ground);
    }

    private App(PikettConfig config, UnaryOperator<String> redaction, Ground ground)
            throws IOException {
        try {
            this.listener = wire(config, redaction, ground);
        } catch (IOException | RuntimeException e) {
            closer.close();
            throw e;
        }
    }

    private Optional<Listener> wire(
            PikettConfig config, UnaryOperator<String> redaction, Ground ground)
            throws IOException {
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Store store = closer.closing("store", Stores.open(config.storage().url()));
        LoginBreaker breaker = new LoginBreaker(store, ground.clock());
        Hosts hosts =
                closer.closing(
                        "hosts",
                        new Hosts(
                                config.hosts(),
                                ground.local(),
                                breaker,
                                ground.clock(),
                                SshLimits.DEFAULT));
        Map<String, Host> watched = new LinkedHashMap<>();
        hosts.all()
                .forEach((name, host) ->
                        watched.put(name, WatchedShell.watch(host, ground.clock(), metrics)));
        Http http = closer.closing("http", new Http(new LocalDialer(), redaction));
        Targets targets = new TargetWiring(config, watched, http, ground.clock()).targets();

        SqlOutbox outbox = new SqlOutbox(store, ground.clock());
        TodaysChats chats = new TodaysChats(config, outbox);
        chats.report();
        OutboxOverview overview = new OutboxOverview(store);
        AuditLog audit = new AuditLog(ground.clock(), redaction);
        Alerting alerting =
                new Alerting(
                        new Alerting.Ways(store, outbox, chats, audit, redaction, ground.clock()));
        TelegramEndpoint endpoint = TelegramEndpoint.of(config.telegram());
        BotApi api = closer.closing("telegram calls", new BotApi(endpoint));
        Readers readers = new Readers(chats, ground.clock());
        Map<String, Sender> senders =
                new LinkedHashMap<>(
                        new ChannelWiring(chats, alerting.notices(readers), readers)
                                .senders(http, ground.clock(), redaction));
        senders.put(
                Answers.CHANNEL,
                new LiveSender(
                        new TelegramSender(api, readers::language, ground.clock()),
                        alerting.cards(readers)));
        OutboxPump pump =
                new OutboxPump(
                        outbox,
                        senders,
                        ground.clock(),
                        () -> ThreadLocalRandom.current().nextDouble(),
                        PUMP);
        closer.closing("outbox", () -> pump.stop(SENDS_END_WITHIN));

        Supplier<String> ids = new Ids();
        Planner planner = new Planner(config);
        RunDesk desk =
                RunDesk.open(
                        new RunDesk.Ways(store, outbox, redaction, audit, ids, alerting::acted),
                        new RunEnvironment(
                                watched, new TargetAccess(targets), ground.clock(), ground.pause()),
                        planner,
                        Acts::mayRun);
        closer.closing("runs", () -> desk.close(RUNS_END_WITHIN));

        ChatNames names = new ChatNames(chats);
        List<ChatCommand> commands =
                Commands.all(
                        config,
                        () -> targets,
                        planner,
                        desk,
                        hosts::liftLoginPause,
                        redaction,
                        ground.clock(),
                        alerting,
                        names,
                        new LatelyUndelivered(overview, names, ground.clock()));
        Answers answers =
                new Answers(
                        new Answers.Ways(
                                store, outbox, new OutboxReceipts(overview, ground), redaction),
                        new SettledMessages(outbox::subjectOf, ground),
                        ids);
        Dispatcher dispatcher =
                closer.closing(
                        "commands",
                        new Dispatcher(
                                new Dispatcher.Surface(
                                        chats,
                                        endpoint.botId(),
                                        answers,
                                        (callbackId, line) ->
                                                api.answerPress(callbackId, line.orElse("")),
                                        new TelegramChats(api, chats),
                                        ground.clock(),
                                        ids),
                                commands,
                                new RunRedeemer(desk)));
        TelegramEdge edge =
                closer.closing(
                        "telegram",
                        new TelegramEdge(endpoint, api, store, dispatcher, ground.clock()));

        desk.settleInterrupted();
        // The runs know best how they ended; what they leave open, nobody knows.
        store.write(audit::settleOpen);
        pump.start();
        edge.start();
        HeartbeatWiring heartbeats = new HeartbeatWiring(config, store, redaction, ground.clock());
        List<Check> checks =
                new CheckPlan(
                                new Sights(
                                        config,
                                        watched,
                                        new Host("here", ground.local(), new LocalDialer()),
                                        targets,
                                        http,
                                        alerting::past,
                                        redaction,
                                        ground.clock()))
                        .checks();
        alerting.start(
                Stream.concat(checks.stream(), heartbeats.checks().stream()).toList(),
                Stream.concat(
                                heartbeats.chores().stream(),
                                new TelegramAlarm(store, outbox, config, edge::health)
                                        .chores().stream())
                        .toList(),
                () -> edge.health().reaches(),
                ground.clock());
        closer.closing("checks", () -> alerting.stop(CHECKS_END_WITHIN));
        Thread menu = new MenuPublisher(api, ground.pause(), chats.get(), commands).start();
        closer.closing("command menu", menu::interrupt);
        SelfVitals vitals = new SelfVitals(store, overview, pump, edge, alerting, ground.clock());
        config.beat()
                .map(beat -> new OutgoingBeat(beat, vitals.heard(), http, ground.pause()).start())
                .ifPresent(thread -> closer.closing("heartbeat", thread::interrupt));
        SelfView self =
                new SelfView(vitals, overview, pump, edge, alerting, metrics, ground.clock());
        SourceWiring sources =
                new SourceWiring(config.inbound(), alerting.sources(), redaction, ground.clock());
        return listen(
                config,
                Stream.of(
                                heartbeats.routes(alerting::lookNow),
                                sources.countedBy(metrics).routes(),
                                self.pages(config.server()))
                        .flatMap(List::stream)
                        .toList());
    }

    private Optional<Listener> listen(PikettConfig config, List<Route> routes) throws IOException {
        if (routes.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(closer.closing("listener", Listener.start(config.inbound(), routes)));
    }

    /// The port of the listener; empty when nothing is served.
    Optional<Integer> port() {
        return listener.map(Listener::port);
    }

    /// Stops, within twenty seconds.
    @Override
    public void close() {
        closer.close();
    }
}
