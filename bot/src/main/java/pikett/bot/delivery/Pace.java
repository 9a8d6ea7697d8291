package pikett.bot.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import pikett.alerts.outbox.SendOutcome;

/// How fast we may send: about one message a second to a chat with a small burst, twenty a minute to a
/// group, thirty a second in all. Telegram counts edits like messages, and all topics of a forum as one
/// chat.
///
/// Never waits: says how long to wait. Safe for use by many threads.
final class Pace {
    private static final Limit CHAT = new Limit(3, Duration.ofSeconds(3));
    private static final Limit GROUP = new Limit(20, Duration.ofMinutes(1));
    private static final Limit ALL = new Limit(30, Duration.ofSeconds(1));

    /// As many chats that are held back at the same time mean that the bot as a whole is.
    private static final int MANY_HELD = 3;

    private static final int FORGET_ABOVE = 1000;

    private final InstantSource clock;
    private final Window all = new Window();
    private final Map<Long, Window> chats = new HashMap<>();
    private final Map<Long, Instant> held = new HashMap<>();

    Pace(InstantSource clock) {
        this.clock = clock;
    }

    /// Takes a place for one call, or says how long there is none.
    synchronized Optional<SendOutcome.KeptBack> reserve(TelegramAddress to) {
        Instant now = clock.instant();
        forget(now);
        Optional<SendOutcome.KeptBack> hold = hold(to.chat(), now);
        if (hold.isPresent()) {
            return hold;
        }
        Window chat = chats.computeIfAbsent(to.chat(), _ -> new Window());
        Duration mine =
                longer(chat.wait(CHAT, now), to.group() ? chat.wait(GROUP, now) : Duration.ZERO);
        Duration everybodys = all.wait(ALL, now);
        if (!mine.isZero() || !everybodys.isZero()) {
            // Each chat asks again for itself, and the first come are served.
            return Optional.of(new SendOutcome.KeptBack(longer(mine, everybodys), "our own pace"));
        }
        chat.add(now);
        all.add(now);
        return Optional.empty();
    }

    /// Notes that Telegram asked to wait.
    ///
    /// @return the same for the whole bot, when too many chats are held back for it to be theirs
    synchronized SendOutcome.Wait asked(TelegramAddress by, SendOutcome.Wait wait) {
        Instant now = clock.instant();
        held.merge(by.chat(), now.plus(wait.atLeast()), (a, b) -> a.isAfter(b) ? a : b);
        forget(now);
        boolean whole = wait.wholeChannel() || held.size() >= MANY_HELD;
        return new SendOutcome.Wait(wait.atLeast(), whole, wait.reason());
    }

    private Optional<SendOutcome.KeptBack> hold(long chat, Instant now) {
        return Optional.ofNullable(held.get(chat))
                .map(until ->
                        new SendOutcome.KeptBack(
                                Duration.between(now, until), "Telegram asked this chat to wait"));
    }

    private void forget(Instant now) {
        held.values().removeIf(until -> !until.isAfter(now));
        if (chats.size() > FORGET_ABOVE) {
            chats.values().removeIf(window -> window.quietSince(now.minus(GROUP.span())));
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /// At most so many calls within any such span.
    private record Limit(int calls, Duration span) {}

    /// The instants of the newest calls, oldest first.
    private static final class Window {
        private static final int KEPT = 30;

        private final ArrayDeque<Instant> calls = new ArrayDeque<>();

        void add(Instant now) {
            calls.addLast(now);
            if (calls.size() > KEPT) {
                calls.removeFirst();
            }
        }

        Duration wait(Limit limit, Instant now) {
            if (calls.size() < limit.calls()) {
                return Duration.ZERO;
            }
            Instant counts =
                    calls.stream().skip(calls.size() - limit.calls()).findFirst().orElse(now);
            Duration left = Duration.between(now, counts.plus(limit.span()));
            return left.isNegative() ? Duration.ZERO : left;
        }

        boolean quietSince(Instant then) {
            return calls.isEmpty() || calls.getLast().isBefore(then);
        }
    }
}
