package pikett.bot.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.RateShaper;
import pikett.alerts.outbox.SendOutcome;

/// What the outbox, which keeps to the same limits, cannot know: one delivery may be several calls, for
/// its files and for what is tried more simply, and chats that are held back at the same time mean the bot.
///
/// Never waits: says how long to wait. Safe for use by many threads.
final class Pace {
    /// As many chats that are held back at the same time mean that the bot as a whole is.
    private static final int MANY_HELD = 3;

    private final InstantSource clock;
    private final RateShaper calls = new RateShaper(TelegramLimits.ALL);
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
        Destination destination = to.destination();
        Instant earliest = calls.earliest(destination, now);
        if (earliest.isAfter(now)) {
            // Each chat asks again for itself, and the first come are served.
            return Optional.of(
                    new SendOutcome.KeptBack(Duration.between(now, earliest), "our own pace"));
        }
        calls.leaves(destination, now);
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
    }
}
