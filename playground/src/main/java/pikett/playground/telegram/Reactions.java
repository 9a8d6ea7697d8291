package pikett.playground.telegram;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pikett.playground.telegram.message.UserId;

/// The emoji under the messages of a chat. Call with the lock of [State] held.
final class Reactions {
    private Reactions() {}

    /// Who put what under that message; changes go into the chat.
    static Map<UserId, List<String>> of(Room room, int messageId) {
        return room.reactions.computeIfAbsent(messageId, _ -> new LinkedHashMap<>());
    }
}
