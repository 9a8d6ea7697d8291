package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pikett.adapters.http.Http;
import pikett.adapters.local.LocalDialer;
import pikett.adapters.store.Store;
import pikett.adapters.store.Stores;
import pikett.alerts.outbox.Content;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.OutboxOverview;
import pikett.alerts.outbox.OutboxPump;
import pikett.alerts.outbox.SqlOutbox;
import pikett.alerts.outbox.Subject;
import pikett.alerts.outbox.Urgency;
import pikett.bot.audit.AuditLog;
import pikett.bot.channel.Hook;
import pikett.bot.inbound.Vital;
import pikett.bot.telegram.BotApi;
import pikett.bot.telegram.TelegramEdge;
import pikett.bot.telegram.TelegramEndpoint;
import pikett.bot.trace.Traces;
import pikett.config.BeatConfig;
import pikett.config.Secret;

/// F28: a loop ends, and whoever listens outside hears no more that all is well. The loops are the real
/// ones, and Telegram is away all the time: that alone is no reason to be silent.
final class OutgoingBeatTest {
    private static final Duration SOON = Duration.ofSeconds(3);

    private final MovableClock clock = new MovableClock();
    private final Http http = new Http(new LocalDialer(), text -> text);
    private Hook hook;
    private Store store;
    private SqlOutbox outbox;
    private OutboxPump pump;
    private Alerting alerting;
    private BotApi api;
    private TelegramEdge edge;
    private SelfVitals vitals;
    private OutgoingBeat beat;

    /// What can stand still.
    enum Loop {
        OUTBOX("outbox"),
        CHECKS("scheduler"),
        POLLING("polling"),
        DATABASE("store");

        private final String vital;

        Loop(String vital) {
            this.vital = vital;
        }
    }

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        hook = new Hook();
        store = Stores.open(new Secret("jdbc:sqlite:" + folder.resolve("pikett.db")));
        outbox = new SqlOutbox(store, clock);
        pump =
                new OutboxPump(
                        outbox,
                        Map.of(),
                        clock,
                        () -> 0.5,
                        new OutboxPump.Settings(4, Duration.ofMillis(200)));
        alerting =
                new Alerting(
                        new Alerting.Ways(
                                store,
                                outbox,
                                () -> WrittenConfig.withChats(""),
                                new AuditLog(clock, text -> text),
                                text -> text,
                                clock,
                                Traces.none()));
        TelegramEndpoint nowhere =
                new TelegramEndpoint(
                        URI.create("http://127.0.0.1:1"), new Secret("7:token"), Optional.empty());
        api = new BotApi(nowhere);
        edge =
                new TelegramEdge(
                        nowhere,
                        api,
                        store,
                        (_, _) -> CompletableFuture.completedFuture("handed over"),
                        clock);
        pump.start();
        edge.start();
        alerting.plan(List.of(), List.of(), Optional::empty);
        alerting.start();
        vitals = new SelfVitals(store, new OutboxOverview(store), pump, edge, alerting, clock);
        BeatConfig config =
                new BeatConfig(new Secret(hook.at("/ping/x").toString()), Duration.ofMinutes(1));
        beat = new OutgoingBeat(config, vitals.heard(), http, _ -> {});
    }

    @AfterEach
    void close() throws InterruptedException {
        alerting.stop(SOON);
        edge.close();
        pump.stop(SOON);
        api.close();
        store.close();
        http.close();
        hook.close();
    }

    @ParameterizedTest
    @EnumSource
    void when_a_loop_ends_so_do_the_beats(Loop loop) throws InterruptedException {
        clock.jump(Duration.ofSeconds(31));
        await().atMost(Scene.PATIENCE).until(() -> ill().isEmpty());
        beat.beat();
        assertThat(hook.posts()).hasSize(1);
        assertThat(hook.posts().getFirst().method()).isEqualTo("GET");

        stop(loop);
        clock.jump(Duration.ofSeconds(31));
        if (loop == Loop.DATABASE) {
            assertThat(ill()).contains(loop.vital);
        } else {
            await().atMost(Scene.PATIENCE).until(() -> ill().equals(List.of(loop.vital)));
        }
        beat.beat();
        assertThat(hook.posts()).hasSize(1);
    }

    @Test
    void what_waits_for_five_minutes_and_does_not_move_ends_them_too() {
        store.write(transaction ->
                outbox.post(
                        transaction,
                        new Destination("nobody", "here"),
                        new Subject("x"),
                        new Content("card", "{}"),
                        Urgency.NORMAL,
                        false));
        clock.jump(Duration.ofMinutes(4));
        await().atMost(Scene.PATIENCE).until(() -> ill().isEmpty());

        clock.jump(Duration.ofMinutes(2));
        await().atMost(Scene.PATIENCE).until(() -> ill().equals(List.of("deliveries")));
        beat.beat();
        assertThat(hook.posts()).isEmpty();
    }

    private void stop(Loop loop) throws InterruptedException {
        switch (loop) {
            case OUTBOX -> pump.stop(SOON);
            case CHECKS -> alerting.stop(SOON);
            case POLLING -> edge.close();
            case DATABASE -> store.close();
        }
    }

    private List<String> ill() {
        return vitals.heard().stream()
                .filter(vital -> !vital.state().get().well())
                .map(Vital::name)
                .toList();
    }
}
