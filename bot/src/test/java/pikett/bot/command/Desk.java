package pikett.bot.command;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import pikett.alerts.outbox.Subject;
import pikett.bot.telegram.Freshness;
import pikett.bot.telegram.Incoming;
import pikett.bot.telegram.Incoming.Place;
import pikett.bot.telegram.Incoming.Sender;
import pikett.bot.telegram.PressAnswer;
import pikett.config.ChatConfig;
import pikett.config.CheckTiming;
import pikett.config.ChecksConfig;
import pikett.config.InboundConfig;
import pikett.config.Language;
import pikett.config.NotifyConfig;
import pikett.config.PersonConfig;
import pikett.config.PikettConfig;
import pikett.config.Role;
import pikett.config.Secret;
import pikett.config.ServerConfig;
import pikett.config.StorageConfig;
import pikett.config.TelegramConfig;

/// A dispatcher with people and a chat around it, and nothing behind it.
final class Desk implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    static final long GROUP = -1001;
    static final String GROUP_ADDRESS = "-1001";
    static final long ANNA = 111;
    static final long ARSEN = 222;
    static final long LENA = 333;

    final FakeOutbox outbox = new FakeOutbox();
    final List<String> toasts = new CopyOnWriteArrayList<>();
    final List<Long> left = new CopyOnWriteArrayList<>();
    final List<List<Long>> moves = new CopyOnWriteArrayList<>();
    final Map<Integer, Subject> shown = new ConcurrentHashMap<>();
    final Answers answers;
    Instant now = NOW;
    PressAnswer pressAnswer = PressAnswer.ANSWERED;

    private final AtomicInteger ids = new AtomicInteger();
    private final Dispatcher dispatcher;

    Desk(List<ChatCommand> commands, Redeemer redeemer) {
        this(commands, redeemer, text -> text.replace("s3cret", "•••"));
    }

    Desk(List<ChatCommand> commands, Redeemer redeemer, UnaryOperator<String> redaction) {
        answers =
                new Answers(
                        new Answers.Ways(
                                new FakeTransactions(),
                                outbox,
                                (_, _) -> Optional.of(Duration.ofMillis(420)),
                                redaction),
                        (_, message) -> Optional.ofNullable(shown.get(Integer.valueOf(message))),
                        () -> "id-" + ids.incrementAndGet());
        InstantSource clock = () -> now;
        dispatcher =
                new Dispatcher(
                        new Dispatcher.Surface(
                                Desk::config,
                                999,
                                answers,
                                this::toast,
                                new NotedChats(left, moves),
                                clock,
                                () -> "c" + ids.incrementAndGet()),
                        commands,
                        redeemer);
    }

    /// Types a command line in the group and waits for the end of the work.
    void type(long person, String line) {
        type(person, line, new Place(GROUP, Optional.empty(), false));
    }

    void type(long person, String line, Place place) {
        String[] parts = line.split(" ", 2);
        handle(
                new Incoming.Typed(
                        new Sender(person, "Somebody", false, Optional.of("ru-RU")),
                        place,
                        7,
                        "/" + line,
                        Optional.of(parts[0]),
                        parts.length == 2 ? parts[1] : "",
                        Optional.empty(),
                        now));
    }

    /// Presses a button of message 7 in the group and waits for the end of the work.
    void press(long person, String data) {
        press(person, data, Freshness.FRESH);
    }

    void press(long person, String data, Freshness freshness) {
        handle(
                new Incoming.Pressed(
                        new Sender(person, "Somebody", false, Optional.empty()),
                        new Place(GROUP, Optional.empty(), false),
                        7,
                        "cb",
                        data,
                        now),
                freshness);
    }

    void handle(Incoming incoming) {
        handle(incoming, Freshness.FRESH);
    }

    void handle(Incoming incoming, Freshness freshness) {
        try {
            dispatcher
                    .handle(incoming, freshness)
                    .toCompletableFuture()
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            throw new AssertionError("the work failed", e);
        }
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    /// The text of the last message in the group.
    String lastText() {
        return outbox.lastText(GROUP_ADDRESS).orElse("");
    }

    @Override
    public void close() {
        dispatcher.close();
    }

    static PikettConfig config() {
        return new PikettConfig(
                new TelegramConfig(
                        new Secret("999:x"),
                        URI.create("https://api.telegram.org"),
                        Optional.empty(),
                        Map.of(
                                "ops",
                                new ChatConfig(
                                        GROUP,
                                        Optional.empty(),
                                        Language.EN,
                                        ZoneId.of("Europe/Berlin"),
                                        Optional.empty()))),
                Map.of(
                        "anna", person(ANNA, Role.ADMIN, Optional.empty()),
                        "arsen", person(ARSEN, Role.OPERATOR, Optional.empty(), "ai-admin-*"),
                        "lena", person(LENA, Role.VIEWER, Optional.of(Language.DE))),
                Map.of(),
                Map.of(),
                Map.of(),
                new ChecksConfig(
                        Map.of(),
                        new CheckTiming(
                                new CheckTiming.Rhythm.Every(Duration.ofSeconds(30)),
                                Duration.ZERO,
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(10)),
                        Map.of()),
                Map.of(),
                Map.of(),
                new NotifyConfig(
                        List.of("service", "queue", "host"),
                        Duration.ofSeconds(5),
                        Duration.ofHours(2),
                        List.of(),
                        Map.of(),
                        List.of(),
                        Map.of(),
                        Optional.empty()),
                Map.of(),
                new StorageConfig(
                        new Secret("jdbc:sqlite::memory:"),
                        new StorageConfig.Retention(Duration.ofDays(30), Duration.ofDays(400))),
                new InboundConfig("127.0.0.1", 0),
                new ServerConfig(false, false),
                Optional.empty());
    }

    private PressAnswer toast(String callbackId, Optional<String> line) {
        toasts.add(callbackId + ":" + line.orElse(""));
        return pressAnswer;
    }

    private static PersonConfig person(
            long id, Role role, Optional<Language> language, String... services) {
        return new PersonConfig(id, role, language, List.of(services));
    }

    private record NotedChats(List<Long> left, List<List<Long>> moves) implements Chats {
        @Override
        public void leave(long chat) {
            left.add(chat);
        }

        @Override
        public void moved(long from, long to) {
            moves.add(List.of(from, to));
        }
    }
}
