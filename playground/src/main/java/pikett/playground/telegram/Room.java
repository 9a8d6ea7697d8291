package pikett.playground.telegram;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pikett.playground.telegram.message.Chat;
import pikett.playground.telegram.message.ChatId;
import pikett.playground.telegram.message.Message;
import pikett.playground.telegram.message.UserId;

/// All that belongs to one chat. Not thread-safe: guarded by the lock of [State].
final class Room {
    private static final int MESSAGES_BOUND = 10_000;
    private static final int VERSIONS_BOUND = 1_000;

    final Map<UserId, Membership> members = new LinkedHashMap<>();
    final Map<Integer, Topic> topics = new LinkedHashMap<>();
    final Map<Integer, Map<UserId, List<String>>> reactions = new HashMap<>();
    final List<Integer> pinned = new ArrayList<>();
    @Nullable ChatId movedTo;
    boolean deleted;

    private final Chat chat;
    private final NavigableMap<Integer, MessageHistory> messages = new TreeMap<>();
    private int nextId = 1;

    Room(Chat chat) {
        this.chat = chat;
    }

    Chat chat() {
        return chat;
    }

    int takeId() {
        return nextId++;
    }

    Membership membership(UserId someone) {
        return members.getOrDefault(someone, Membership.LEFT);
    }

    /// The message as it is now, unless it is deleted.
    Optional<Message> message(int id) {
        return history(id).filter(h -> h.deletedAt() == null).map(MessageHistory::latest);
    }

    Optional<MessageHistory> history(int id) {
        return Optional.ofNullable(messages.get(id));
    }

    /// The messages that can be read now, oldest first.
    Stream<Message> readable() {
        return messages.values().stream()
                .filter(h -> h.deletedAt() == null)
                .map(MessageHistory::latest);
    }

    /// Puts a message or its newest version.
    void put(Message message, Instant now) {
        List<MessageHistory.Version> versions =
                new ArrayList<>(
                        history(message.id()).map(MessageHistory::versions).orElse(List.of()));
        if (versions.size() == VERSIONS_BOUND) {
            versions.remove(1);
        }
        versions.add(new MessageHistory.Version(now, message));
        messages.put(message.id(), new MessageHistory(versions, null));
        if (messages.size() > MESSAGES_BOUND) {
            messages.pollFirstEntry();
        }
    }

    void delete(int id, Instant now) {
        messages.computeIfPresent(id, (_, h) -> new MessageHistory(h.versions(), now));
        pinned.remove(Integer.valueOf(id));
    }
}
