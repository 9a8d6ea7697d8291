package pikett.playground.telegram;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// The newest changes in order. Not thread-safe: guarded by the lock of [State].
final class Journal {
    private static final int BOUND = 20_000;

    private final Deque<Changes.Entry> entries = new ArrayDeque<>();
    private long last;

    void append(Change change, Instant now) {
        if (entries.size() == BOUND) {
            entries.removeFirst();
        }
        last++;
        entries.addLast(new Changes.Entry(last, now, change));
    }

    long last() {
        return last;
    }

    Changes after(long number) {
        long oldest = last - entries.size() + 1;
        return new Changes(
                number + 1 >= oldest,
                entries.stream().filter(entry -> entry.number() > number).toList());
    }
}
