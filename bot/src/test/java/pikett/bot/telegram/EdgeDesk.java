package pikett.bot.telegram;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.awaitility.core.ConditionFactory;
import pikett.adapters.store.Stores;
import pikett.config.Secret;
import pikett.playground.botapi.BotApiServer;
import pikett.playground.botapi.BotApiSettings;
import pikett.playground.botapi.fault.Fault;
import pikett.playground.telegram.Cloud;
import pikett.playground.telegram.FloodRules;
import pikett.playground.telegram.message.Bot;
import pikett.playground.telegram.message.Chat;
import pikett.playground.telegram.message.Person;

/// A chat cloud with Anna in private and in a group, a server of the Bot API, and our edge to it over a
/// true database.
final class EdgeDesk implements AutoCloseable {
    static final String TOKEN = "7000000001:AAE-canary_token_that_must_not_be_seen";
    static final PollSettings QUICK =
            new PollSettings(Duration.ofSeconds(2), Duration.ofMillis(20), Duration.ofMillis(50));

    /// As quick, but a poll is held so long that nobody can wait for its end by accident.
    static final PollSettings HELD =
            new PollSettings(Duration.ofSeconds(45), Duration.ofMillis(20), Duration.ofMillis(50));

    final HandClock clock = new HandClock(Instant.parse("2026-11-20T12:00:00Z"));
    final Cloud cloud = new Cloud(clock, Bot.named(7_000_000_001L, "Pikett", "pikett_bot"));
    final Person anna = cloud.rooms().addPerson(Person.human(111, "Anna"));
    final Chat home = cloud.rooms().openPrivate(anna);
    final Chat ops = cloud.rooms().createGroup("Ops", anna);
    final FlakyStore store;
    final HandedOver handedOver = new HandedOver();
    BotApiServer server;
    private Optional<BotApi> api = Optional.empty();
    private Optional<TelegramEdge> edge = Optional.empty();

    EdgeDesk(Path folder) {
        cloud.rooms().addBot(ops.id(), anna);
        cloud.jumpUpdateIds(5000);
        cloud.useFloodRules(FloodRules.OFF);
        server = BotApiServer.start(cloud, BotApiSettings.of(TOKEN));
        store =
                new FlakyStore(
                        Stores.open(new Secret("jdbc:sqlite:" + folder.resolve("pikett.db"))));
    }

    TelegramEndpoint endpoint() {
        return endpoint(server.address());
    }

    static TelegramEndpoint endpoint(URI address) {
        return new TelegramEndpoint(address, new Secret(TOKEN), Optional.empty());
    }

    TelegramEdge start() {
        return start(endpoint(), handedOver);
    }

    TelegramEdge start(TelegramEndpoint endpoint, IncomingHandler handler) {
        return start(endpoint, handler, QUICK);
    }

    TelegramEdge start(TelegramEndpoint endpoint, IncomingHandler handler, PollSettings settings) {
        BotApi calls = new BotApi(endpoint, Duration.ofSeconds(5));
        TelegramEdge started = new TelegramEdge(endpoint, settings, calls, store, handler, clock);
        api = Optional.of(calls);
        edge = Optional.of(started);
        started.start();
        return started;
    }

    void annaSays(String text) {
        cloud.seat(anna, home).say(text);
    }

    /// Whatever state the inbox's rows are in, in order.
    List<String> states() {
        return store.read(handle ->
                handle.createQuery("SELECT state FROM inbox_updates ORDER BY id")
                        .mapTo(String.class)
                        .list());
    }

    long deadLetters() {
        return store.read(handle ->
                handle.createQuery("SELECT count(*) FROM dead_letters").mapTo(Long.class).one());
    }

    static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(10));
    }

    static Fault refusal(int code, String description) {
        return new Fault.Respond(
                false,
                code,
                "application/json",
                "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"}"
                        .formatted(code, description));
    }

    void stopEdge() {
        edge.ifPresent(TelegramEdge::close);
        api.ifPresent(BotApi::close);
        edge = Optional.empty();
    }

    @Override
    public void close() {
        stopEdge();
        server.close();
        store.close();
    }
}
