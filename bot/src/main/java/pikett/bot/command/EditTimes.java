package pikett.bot.command;

import java.time.Duration;

/// When an answer that grows is shown: soon, then as soon as there is something in it, then at a pace that
/// Telegram bears. Times are those of [System#nanoTime()].
///
/// Used by one thread.
final class EditTimes {
    /// So long the first showing waits, so that what is fast needs one message and no edit.
    static final Duration FIRST = Duration.ofMillis(400);

    /// So far apart are edits while more comes.
    static final Duration BETWEEN = Duration.ofSeconds(1);

    /// So long the first part waits for others when a card without any is shown already.
    static final Duration EARLY = Duration.ofMillis(150);

    private enum Stage {
        /// Nothing is shown and nothing has arrived, or it was shown together with what had.
        IN_TURN,
        /// A card is shown on which everything is still missing.
        EMPTY,
        /// The first part has arrived and is not shown.
        FIRST_PART
    }

    private Stage stage = Stage.IN_TURN;
    private boolean arrived;
    private long next;

    EditTimes(long now) {
        this.next = now + FIRST.toNanos();
    }

    /// How many nanoseconds are left until the next showing; none or fewer when it is due.
    long left(long now) {
        return next - now;
    }

    /// A part has arrived.
    void arrived(long now) {
        arrived = true;
        if (stage == Stage.EMPTY) {
            stage = Stage.FIRST_PART;
            next = Math.min(next, now + EARLY.toNanos());
        }
    }

    /// What has arrived by now is shown.
    void shown(long now) {
        // Telegram counts edits: after one out of turn the next comes later.
        int pauses = stage == Stage.FIRST_PART ? 2 : 1;
        next = now + pauses * BETWEEN.toNanos();
        stage = arrived ? Stage.IN_TURN : Stage.EMPTY;
    }
}
