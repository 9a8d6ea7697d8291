package pikett.alerts.outbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Keeps a channel's deliveries within its limits. Used by one thread.
final class RateShaper {
    private static final int TIDY_AT = 1_000;

    private final List<Limit> limits;
    private final Map<Key, Bucket> buckets = new HashMap<>();

    private record Key(int limit, String sharedBy) {}

    RateShaper(List<Limit> limits) {
        this.limits = List.copyOf(limits);
    }

    /// When the next delivery may leave for the destination; in the past when it may leave now.
    Instant earliest(Destination to, Instant now) {
        Instant earliest = now;
        for (int index = 0; index < limits.size(); index++) {
            Optional<Bucket> bucket = key(index, to).map(buckets::get);
            if (bucket.isPresent() && bucket.get().earliest().isAfter(earliest)) {
                earliest = bucket.get().earliest();
            }
        }
        return earliest;
    }

    /// Notes that a delivery leaves.
    void leaves(Destination to, Instant now) {
        tidy(now);
        change(to, now, bucket -> bucket.taken(now));
    }

    /// Notes that the channel asked to wait: what it allows is less than was thought.
    void tooMuch(Destination to, Instant now) {
        change(to, now, bucket -> bucket.drained(now));
    }

    private void change(Destination to, Instant now, Function<Bucket, Bucket> change) {
        for (int index = 0; index < limits.size(); index++) {
            Rate rate = limits.get(index).rate();
            key(index, to)
                    .ifPresent(key ->
                            buckets.compute(
                                    key,
                                    (_, bucket) ->
                                            change.apply(
                                                    bucket == null
                                                            ? Bucket.full(rate, now)
                                                            : bucket)));
        }
    }

    private Optional<Key> key(int limit, Destination to) {
        return limits.get(limit).sharedBy().apply(to).map(name -> new Key(limit, name));
    }

    private void tidy(Instant now) {
        if (buckets.size() > TIDY_AT) {
            buckets.values().removeIf(bucket -> bucket.isFull(now));
        }
    }
}
