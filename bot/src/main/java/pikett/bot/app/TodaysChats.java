package pikett.bot.app;

import java.util.LinkedHashMap;
import java.util.Map;
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

    private final PikettConfig configured;
    private final SqlOutbox outbox;

    TodaysChats(PikettConfig configured, SqlOutbox outbox) {
        this.configured = configured;
        this.outbox = outbox;
    }

    @Override
    public PikettConfig get() {
        Map<String, ChatConfig> chats = new LinkedHashMap<>();
        configured.telegram().chats().forEach((name, chat) -> chats.put(name, today(chat)));
        return configured.withTelegram(configured.telegram().withChats(chats));
    }

    /// Says in the log which ids of the configuration are of yesterday.
    void report() {
        configured.telegram().chats().forEach(this::report);
    }

    private void report(String name, ChatConfig chat) {
        long id = today(chat).id();
        if (id != chat.id()) {
            LOG.warn(
                    "chat={} is a supergroup now: put its id {} into the configuration, for {}",
                    name,
                    id,
                    chat.id());
        }
    }

    /// Keeps, durably, that a group has another id from now on.
    void moved(long from, long to) {
        outbox.moved(destination(from), destination(to));
        report();
    }

    /// Only groups become supergroups.
    private ChatConfig today(ChatConfig chat) {
        if (chat.id() >= 0) {
            return chat;
        }
        Destination current = outbox.today(destination(chat.id()));
        return chat.withId(Long.parseLong(current.address()));
    }

    private static Destination destination(long chat) {
        return new Destination(Answers.CHANNEL, Long.toString(chat));
    }
}
