package pikett.alerts.outbox;

import java.time.Duration;
import java.time.Instant;

/// How much of a rate is used up. Pure: each change gives a new bucket.
///
/// @param fullAt when the whole burst will be there again
record Bucket(Rate rate, Instant fullAt) {
    static Bucket full(Rate rate, Instant now) {
        return new Bucket(rate, now);
    }

    /// When the next one may happen; in the past when it may happen now.
    Instant earliest() {
        return fullAt.minus(rate.interval().multipliedBy(rate.burst() - 1L));
    }

    /// After one has happened.
    Bucket taken(Instant now) {
        return new Bucket(rate, later(fullAt, now).plus(rate.interval()));
    }

    /// After the channel said that it was too much: nothing of the burst is left.
    Bucket drained(Instant now) {
        Duration whole = rate.interval().multipliedBy(rate.burst());
        return new Bucket(rate, later(fullAt, now.plus(whole)));
    }

    boolean isFull(Instant now) {
        return !fullAt.isAfter(now);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
