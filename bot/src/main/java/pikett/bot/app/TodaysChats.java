package pikett.bot.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.SqlOutbox;
import pikett.bot.command.Answers;
import pikett.config.ChatConfig;
import pikett.config.PikettConfig;

/// The configuration, with the ids that its groups have today: Telegram gives a group another one when
/// it becomes a supergroup, and rights and messages must go along together. The outbox knows of every
/// move, whether an update or a refused delivery told of it.
///
/// Safe for use by many threads.
final class TodaysChats implements Supplier<PikettConfig> {
    private static final Logger LOG = LoggerFactory.getLogger(TodaysChats.class);

    private final Supplier<PikettConfig> followed;
    private final SqlOutbox outbox;
    private volatile Optional<Today> last = Optional.empty();

    /// The configuration after these moves. It is asked for with everything that is said.
    private record Today(
            PikettConfig configured, Map<Destination, Destination> moves, PikettConfig config) {}

    /// @param followed the configuration of this moment, as it was written
    TodaysChats(Supplier<PikettConfig> followed, SqlOutbox outbox) {
        this.followed = followed;
        this.outbox = outbox;
    }

    @Override
    public PikettConfig get() {
        PikettConfig configured = followed.get();
        Map<Destination, Destination> moves = outbox.moves();
        Today today =
                last.filter(before -> before.configured().equals(configured))
                        .filter(before -> before.moves().equals(moves))
                        .orElseGet(() -> new Today(configured, moves, after(configured, moves)));
        last = Optional.of(today);
        return today.config();
    }

    private static PikettConfig after(
            PikettConfig configured, Map<Destination, Destination> moves) {
        Map<String, ChatConfig> chats = chats(configured, moves);
        return chats.equals(configured.telegram().chats())
                ? configured
                : configured.withTelegram(configured.telegram().withChats(chats));
    }

    /// Says in the log which ids of the configuration are of yesterday.
    void report() {
        PikettConfig configured = followed.get();
        Map<String, ChatConfig> chats = chats(configured, outbox.moves());
        configured
                .telegram()
                .chats()
                .forEach((name, chat) -> {
                    long id = chats.getOrDefault(name, chat).id();
                    if (id != chat.id()) {
                        LOG.warn(
                                "chat={} is a supergroup now: put its id {} into the configuration, for {}",
                                name,
                                id,
                                chat.id());
                    }
                });
    }

    /// Keeps, durably, that a group has another id from now on.
    void moved(long from, long to) {
        outbox.moved(destination(from), destination(to));
        report();
    }

    private static Map<String, ChatConfig> chats(
            PikettConfig configured, Map<Destination, Destination> moves) {
        Map<String, ChatConfig> chats = new LinkedHashMap<>(configured.telegram().chats());
        chats.replaceAll((_, chat) ->
                Optional.ofNullable(moves.get(destination(chat.id())))
                        .map(there -> chat.withId(Long.parseLong(there.address())))
                        .orElse(chat));
        return chats;
    }

    private static Destination destination(long chat) {
        return new Destination(Answers.CHANNEL, Long.toString(chat));
    }
}
