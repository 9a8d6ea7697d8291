package pikett.playground.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pikett.playground.telegram.message.Message;
import pikett.playground.telegram.message.Person;

/// The presses that wait for an answer, and those that got one. Call with the lock held.
final class CallbackDesk {
    /// How long a phone waits before the cloud gives up on the bot.
    static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final int BOUND = 10_000;
    private static final int TEXT_BOUND = 200;

    private final State state;
    private final Map<String, CallbackQuery> open = new LinkedHashMap<>();
    private final Map<String, CallbackAnswer> answers = new LinkedHashMap<>();
    private long nextId = 4_382_000_000_000_000_001L;

    CallbackDesk(State state) {
        this.state = state;
    }

    CallbackQuery open(Room room, Person from, int messageId, String data) {
        @Nullable Message message = room.message(messageId).orElse(null);
        CallbackQuery query =
                new CallbackQuery(
                        Long.toString(nextId++),
                        from,
                        room.chat(),
                        messageId,
                        message,
                        data,
                        state.now());
        keep(open, query.id(), query);
        state.tellBot(new Update.Pressed(query));
        return query;
    }

    /// Shows the answer to the person.
    ///
    /// @throws Refused if the query is unknown, answered already, or too old
    void answer(String id, CallbackAnswer answer) {
        if (answer.text().length() > TEXT_BOUND) {
            throw Refused.badRequest("MESSAGE_TOO_LONG");
        }
        CallbackQuery query = open.remove(id);
        Instant now = state.now();
        if (query == null || query.at().plus(PATIENCE).isBefore(now)) {
            throw Refused.badRequest(
                    "query is too old and response timeout expired or query ID is invalid");
        }
        keep(answers, id, answer);
        state.announce(new Change.Answered(query.from().id(), id, answer));
    }

    Optional<CallbackAnswer> answerTo(String id) {
        return Optional.ofNullable(answers.get(id));
    }

    private static <T> void keep(Map<String, T> map, String id, T value) {
        if (map.size() == BOUND) {
            map.remove(map.keySet().iterator().next());
        }
        map.put(id, value);
    }
}
