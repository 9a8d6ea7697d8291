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
import pikett.adapters.host.Host;
import pikett.adapters.http.Http;
import pikett.adapters.local.LocalDialer;
import pikett.adapters.ssh.Hosts;
import pikett.adapters.ssh.LoginBreaker;
import pikett.adapters.ssh.SshLimits;
import pikett.adapters.store.Store;
import pikett.adapters.store.Stores;
import pikett.alerts.outbox.Outbox;
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
import pikett.bot.delivery.LiveSender;
import pikett.bot.delivery.TelegramSender;
import pikett.bot.inbound.Listener;
import pikett.bot.inbound.Route;
import pikett.bot.reload.ReloadNews;
import pikett.bot.reload.SignalReload;
import pikett.bot.runbook.Permission;
import pikett.bot.runbook.Planner;
import pikett.bot.runbook.RunDesk;
import pikett.bot.telegram.BotApi;
import pikett.bot.telegram.TelegramEdge;
import pikett.bot.telegram.TelegramEndpoint;
import pikett.bot.trace.Traces;
import pikett.config.PikettConfig;
import pikett.config.file.ConfigResult;

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
    private final Reloads reloads;
    private final Optional<Listener> listener;
    private final Runnable reloadBySignal;

    /// Starts.
    ///
    /// @param source where the configuration is read anew when somebody wants it
    /// @throws pikett.adapters.store.StoreOpenException when the database cannot be used
    /// @throws IOException when the port cannot be had
    static App start(ConfigResult.Loaded loaded, ConfigSource source, Ground ground)
            throws IOException {
        return new App(loaded, source, ground);
    }

    private App(ConfigResult.Loaded loaded, ConfigSource source, Ground ground) throws IOException {
        try {
            this.reloads = new Reloads(loaded, source);
            Wired wired = wire(loaded.config(), new Redaction(loaded.secrets()), ground);
            this.listener = wired.listener();
            this.reloadBySignal = wired.reloadBySignal();
        } catch (IOException | RuntimeException e) {
            closer.close();
            throw e;
        }
    }

    /// What is used from outside.
    private record Wired(Optional<Listener> listener, Runnable reloadBySignal) {}

    private Wired wire(PikettConfig config, Redaction redaction, Ground ground) throws IOException {
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Traces traces = closer.closing("traces", Traces.of(ground.environment()));
        Store store =
                closer.closing(
                        "store",
                        traces.store(
                                new WatchedStore(
                                        Stores.open(config.storage().url()),
                                        ground.clock(),
                                        metrics)));
        LoginBreaker breaker = new LoginBreaker(store, ground.clock());
        Hosts hosts =
                closer.closing(
                        "hosts",
                        new Hosts(
                                Map.of(),
                                ground.local(),
                                breaker,
                                ground.clock(),
                                SshLimits.DEFAULT));
        Http http = closer.closing("http", new Http(new LocalDialer(), redaction));
        Reached reached = new Reached(config, hosts, http, ground, metrics, traces);
        SqlOutbox outbox = new SqlOutbox(store, ground.clock());
        Outbox said = traces.outbox(outbox);
        TodaysChats chats = new TodaysChats(reached::config, outbox);
        chats.report();
        OutboxOverview overview = new OutboxOverview(store);
        AuditLog audit = new AuditLog(ground.clock(), redaction);
        Alerting alerting =
                new Alerting(
                        new Alerting.Ways(
                                store, outbox, chats, audit, redaction, ground.clock(), traces));
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
        senders.replaceAll((channel, sender) ->
                new WatchedSender(channel, sender, ground.clock(), metrics, traces));
        OutboxPump pump =
                new OutboxPump(
                        outbox,
                        senders,
                        ground.clock(),
                        () -> ThreadLocalRandom.current().nextDouble(),
                        PUMP);
        closer.closing("outbox", () -> pump.stop(SENDS_END_WITHIN));

        Supplier<String> ids = new Ids();
        Planner planner = new Planner(reached::config);
        RunDesk desk =
                RunDesk.open(
                        new RunDesk.Ways(store, said, redaction, audit, ids, alerting::acted),
                        reached::environment,
                        planner,
                        new Permission(() -> reached.config().people(), Acts::mayRun));
        closer.closing("runs", () -> desk.close(RUNS_END_WITHIN));

        ChatNames names = new ChatNames(chats);
        List<ChatCommand> commands =
                Commands.all(
                        reached::config,
                        reloads,
                        reached::targets,
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
                                store, said, new OutboxReceipts(overview, ground), redaction),
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
                                WatchedCommand.all(commands, ground.clock(), metrics, traces),
                                new RunRedeemer(desk)));
        TelegramEdge edge =
                closer.closing(
                        "telegram",
                        new TelegramEdge(
                                endpoint,
                                api,
                                store,
                                (incoming, freshness) ->
                                        traces.span("update")
                                                .until(() ->
                                                        dispatcher.handle(incoming, freshness)),
                                ground.clock()));

        desk.settleInterrupted();
        // The runs know best how they ended; what they leave open, nobody knows.
        store.write(audit::settleOpen);
        pump.start();
        edge.start();
        SelfVitals vitals = new SelfVitals(store, overview, pump, edge, alerting, ground.clock());
        Looks looks =
                new Looks(
                        new Looks.Ways(
                                store,
                                alerting,
                                http,
                                redaction,
                                ground,
                                new SelfView(
                                        vitals,
                                        overview,
                                        pump,
                                        edge,
                                        alerting,
                                        metrics,
                                        List.of(new EdgeMeters(edge, dispatcher.verdicts(), hosts)),
                                        new OutboxAges(overview, chats, ground.clock(), metrics),
                                        ground.clock()),
                                metrics,
                                new TelegramAlarm(store, outbox, reached::config, edge::health)
                                        .chores(),
                                () -> edge.health().reaches()),
                        new Host("here", ground.local(), new LocalDialer()));
        Beside beside =
                closer.closing(
                        "menu and heartbeat",
                        new Beside(api, http, ground.pause(), commands, vitals.heard()));
        Following following =
                new Following(reached, looks, beside, new Following.Ways(chats, redaction, desk));
        List<Route> routes = following.begin();
        alerting.start();
        closer.closing("checks", () -> alerting.stop(CHECKS_END_WITHIN));
        Optional<Listener> door = listen(config, routes);
        reloads.by(next -> following.follow(next, door));
        // Last: whoever is told that we are ready finds everything open, and hears first that we
        // end.
        ServiceWiring.begin(vitals, ground, closer);
        ReloadNews news = new ReloadNews(store, outbox, redaction, ids);
        return new Wired(
                door,
                new SignalReload(
                        reloads, alerting.audited(), news, () -> reached.config().people(), ids));
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

    /// Loads the configuration anew, and tells every admin what came of it.
    void reloadBySignal() {
        reloadBySignal.run();
    }

    /// Stops, within twenty seconds.
    @Override
    public void close() {
        closer.close();
    }
}
