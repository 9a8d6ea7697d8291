package pikett.alerts.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/// What is due when. Moves only when it is asked; has no clock of its own.
///
/// However many times of an entry have passed, it is due once. When the clock is put back, what is due
/// at certain hours is not due again for hours that were there, and what is due in a rhythm goes on
/// from the new hour. Safe for use by many threads.
///
/// @param <T> what is done
final class Agenda<T> {
    /// Within this time after a start all that is due at the start is spread.
    static final Duration SPREAD = Duration.ofSeconds(5);

    private static final Duration CLOSE = Duration.ofHours(1);

    private static final Duration PUT_BACK = Duration.ofSeconds(1);

    private final Map<String, Entry<T>> entries = new HashMap<>();
    private final PriorityQueue<Entry<T>> queue =
            new PriorityQueue<>(
                    Comparator.comparing((Entry<T> entry) -> entry.due())
                            .thenComparing(entry -> entry.id()));
    private Instant last = Instant.MIN;

    /// Something to be done.
    record Item<T>(String id, FireTimes times, CatchUp catchUp, T what) {}

    /// Something that is due.
    ///
    /// @param at for which of its times
    record Due<T>(String id, Instant at, T what) {}

    /// @param at for which of its times it is due
    /// @param due when
    private record Entry<T>(String id, FireTimes times, T what, Instant at, Instant due) {
        private Optional<Entry<T>> next(Instant after) {
            return times.after(after).map(this::at);
        }

        private Entry<T> at(Instant time) {
            return again(time, time);
        }

        private Entry<T> again(Instant time, Instant when) {
            return new Entry<>(id, times, what, time, when);
        }
    }

    /// Replaces everything.
    ///
    /// @param lastTimes for which of its times each id ran last, as far as that is known
    synchronized void plan(Collection<Item<T>> items, Map<String, Instant> lastTimes, Instant now) {
        entries.clear();
        queue.clear();
        last = now;
        for (Item<T> item : items) {
            first(item, Optional.ofNullable(lastTimes.get(item.id())), now)
                    .ifPresent(
                            at -> put(new Entry<>(item.id(), item.times(), item.what(), at, at)));
        }
    }

    /// All that is due, in the order of their times; each moves on to its next one.
    synchronized List<Due<T>> due(Instant now) {
        if (now.isBefore(last.minus(PUT_BACK))) {
            putBack(now);
        }
        last = now;
        List<Due<T>> due = new ArrayList<>();
        while (!queue.isEmpty() && !queue.peek().due().isAfter(now)) {
            Entry<T> entry = queue.remove();
            entries.remove(entry.id());
            due.add(new Due<>(entry.id(), entry.at(), entry.what()));
            entry.next(now).ifPresent(this::put);
        }
        return due;
    }

    /// Makes something due at once; its later times stay as they are.
    synchronized void hasten(String id, Instant now) {
        Entry<T> entry = entries.get(id);
        if (entry != null && entry.due().isAfter(now)) {
            queue.remove(entry);
            put(entry.at(now));
        }
    }

    /// Makes a time that came to nothing due once more, unless another one comes before that.
    ///
    /// @param at for which of its times
    synchronized void again(String id, Instant at, Instant when) {
        Entry<T> entry = entries.get(id);
        if (entry != null && entry.due().isAfter(when)) {
            queue.remove(entry);
            put(entry.again(at, when));
        }
    }

    /// When something is due next; empty for what is not here, or never due again.
    synchronized Optional<Instant> next(String id) {
        return Optional.ofNullable(entries.get(id)).map(Entry::due);
    }

    private void put(Entry<T> entry) {
        entries.put(entry.id(), entry);
        queue.add(entry);
    }

    private void putBack(Instant now) {
        for (Entry<T> entry : List.copyOf(entries.values())) {
            if (entry.times() instanceof EveryTimes) {
                queue.remove(entry);
                entry.next(now).ifPresent(this::put);
            }
        }
    }

    /// The latest of the times that passed since then, if any did. Looks close to now first, so that a
    /// long absence costs little.
    private static Optional<Instant> latest(FireTimes times, Instant since, Instant now) {
        for (Duration back = CLOSE; ; back = back.multipliedBy(2)) {
            Instant from = now.minus(back);
            boolean all = !from.isAfter(since);
            Optional<Instant> passed = passed(times, all ? since : from, now);
            if (passed.isPresent() || all) {
                Optional<Instant> latest = passed;
                while (passed.isPresent()) {
                    latest = passed;
                    passed = passed(times, passed.get(), now);
                }
                return latest;
            }
        }
    }

    private static Optional<Instant> passed(FireTimes times, Instant after, Instant now) {
        return times.after(after).filter(time -> !time.isAfter(now));
    }

    private static <T> Optional<Instant> first(
            Item<T> item, Optional<Instant> lastTime, Instant now) {
        // A clock that was put back while nobody was there gives no hour twice either.
        Instant from =
                lastTime.filter(now::isBefore)
                        .filter(_ -> item.times() instanceof CronTimes)
                        .orElse(now);
        Optional<Instant> next = item.times().after(from);
        return switch (item.catchUp()) {
            case SKIP -> next;
            case ONCE -> lastTime.flatMap(since -> latest(item.times(), since, now)).or(() -> next);
            case AT_START -> {
                Instant soon = EveryTimes.of(SPREAD, item.id()).after(now).orElse(now);
                yield Optional.of(next.filter(soon::isAfter).orElse(soon));
            }
        };
    }
}
