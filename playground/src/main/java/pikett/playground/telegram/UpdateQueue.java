package pikett.playground.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/// What waits for the bot. Not thread-safe: guarded by the lock of [State].
final class UpdateQueue {
    /// The kinds that a bot gets only when it asks for them.
    private static final Set<String> ON_REQUEST = Set.of("chat_member", "message_reaction");

    private static final Duration LIFETIME = Duration.ofHours(24);
    private static final int BOUND = 100_000;

    private final Deque<Update> pending = new ArrayDeque<>();
    private int nextId = 100_000_001;
    private List<String> allowed = List.of();

    /// Adds what happened if the bot wants to know of it.
    ///
    /// @return whether it was added
    boolean add(Update.Event event, Instant now) {
        if (!wanted(event)) {
            return false;
        }
        if (pending.size() == BOUND) {
            pending.removeFirst();
        }
        pending.addLast(new Update(nextId++, now, event));
        return true;
    }

    private boolean wanted(Update.Event event) {
        if (event instanceof Update.Raw) {
            return true;
        }
        return allowed.isEmpty()
                ? !ON_REQUEST.contains(event.wireName())
                : allowed.contains(event.wireName());
    }

    /// Remembers the kinds the bot wants; nothing means the usual ones. What waits already stays.
    void allow(List<String> kinds) {
        allowed = List.copyOf(kinds);
    }

    List<String> allowed() {
        return allowed;
    }

    /// What a poll with this offset sees. The offset acknowledges everything before it; a negative
    /// one keeps only that many of the newest; one the queue does not know yet acknowledges nothing.
    List<Update> take(int offset, int limit, Instant now) {
        expire(now);
        if (offset < 0) {
            while (pending.size() > -offset) {
                pending.removeFirst();
            }
        } else if (offset <= nextId) {
            while (!pending.isEmpty() && pending.getFirst().id() < offset) {
                pending.removeFirst();
            }
        }
        return pending.stream().limit(limit).toList();
    }

    int size(Instant now) {
        expire(now);
        return pending.size();
    }

    void clear() {
        pending.clear();
    }

    /// As after a week of silence: nothing waits, and ids go on from anywhere, even lower.
    void jumpTo(int id) {
        pending.clear();
        nextId = id;
    }

    private void expire(Instant now) {
        Instant oldest = now.minus(LIFETIME);
        while (!pending.isEmpty() && pending.getFirst().at().isBefore(oldest)) {
            pending.removeFirst();
        }
    }
}
