package pikett.playground.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import pikett.playground.telegram.message.Chat;
import pikett.playground.telegram.message.ChatId;

/// Counts what the bot sends and refuses what is too much. Not thread-safe: guarded by the lock of
/// [State].
final class FloodControl {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Map<ChatId, Instant> freeAt = new HashMap<>();
    private final Map<ChatId, Deque<Instant>> lastMinute = new HashMap<>();
    private final Deque<Instant> lastSecond = new ArrayDeque<>();
    private FloodRules rules = FloodRules.TELEGRAM;
    private int refused;

    void use(FloodRules newRules) {
        rules = newRules;
        freeAt.clear();
        lastMinute.clear();
        lastSecond.clear();
    }

    /// Counts one message or edit.
    ///
    /// @throws Refused with 429 and the seconds to wait; then nothing is counted
    void admit(Chat chat, Instant now) {
        if (rules.equals(FloodRules.OFF)) {
            return;
        }
        Deque<Instant> minute = lastMinute.computeIfAbsent(chat.id(), _ -> new ArrayDeque<>());
        Duration wait =
                longest(
                        paceWait(chat.id(), now),
                        chat.kind().isGroup()
                                ? windowWait(minute, MINUTE, rules.groupPerMinute(), now)
                                : Duration.ZERO,
                        windowWait(lastSecond, SECOND, rules.perSecond(), now));
        if (!wait.isZero()) {
            refused++;
            throw Refused.tooMany(wait);
        }
        Instant free = freeAt.getOrDefault(chat.id(), Instant.MIN);
        freeAt.put(chat.id(), (free.isBefore(now) ? now : free).plus(rules.interval()));
        if (chat.kind().isGroup()) {
            minute.addLast(now);
        }
        lastSecond.addLast(now);
    }

    /// How often it was too much.
    int refused() {
        return refused;
    }

    private Duration paceWait(ChatId chat, Instant now) {
        Instant free = freeAt.getOrDefault(chat, Instant.MIN);
        if (free.isBefore(now)) {
            return Duration.ZERO;
        }
        Duration debt = Duration.between(now, free);
        Duration credit = rules.interval().multipliedBy(rules.burst() - 1L);
        return debt.compareTo(credit) <= 0 ? Duration.ZERO : debt.minus(credit);
    }

    private static Duration windowWait(
            Deque<Instant> sent, Duration window, int bound, Instant now) {
        while (!sent.isEmpty() && !sent.getFirst().plus(window).isAfter(now)) {
            sent.removeFirst();
        }
        return sent.size() < bound
                ? Duration.ZERO
                : Duration.between(now, sent.getFirst().plus(window));
    }

    private static Duration longest(Duration... waits) {
        return Collections.max(Stream.of(waits).toList());
    }
}
