package pikett.alerts.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// How much of a rate is used up. Pure: each change gives a new window.
///
/// @param taken when it last happened, at most as often as the rate allows in one stretch, in order
record Window(Rate rate, List<Instant> taken) {
    Window {
        taken = List.copyOf(taken);
    }

    static Window unused(Rate rate) {
        return new Window(rate, List.of());
    }

    /// When the next one may happen; in the past when it may happen now.
    Instant earliest() {
        return taken.size() < rate.amount() ? Instant.MIN : taken.getFirst().plus(rate.per());
    }

    /// After one has happened.
    Window taken(Instant now) {
        List<Instant> newer = new ArrayList<>(taken);
        newer.add(now);
        return new Window(
                rate, newer.subList(Math.max(0, newer.size() - rate.amount()), newer.size()));
    }

    /// After the channel said that it was too much: as if all had been used up, evenly, so that what
    /// comes next comes evenly too.
    Window drained(Instant now) {
        Duration apart = rate.per().dividedBy(rate.amount());
        List<Instant> even = new ArrayList<>();
        for (int nth = 0; nth < rate.amount(); nth++) {
            int ago = rate.amount() - 1 - nth;
            Instant then = now.minus(apart.multipliedBy(ago));
            int index = taken.size() - 1 - ago;
            even.add(index < 0 ? then : later(taken.get(index), then));
        }
        return new Window(rate, even);
    }

    /// The same at hours that are earlier by so much.
    Window putBack(Duration by) {
        return new Window(rate, taken.stream().map(time -> time.minus(by)).toList());
    }

    /// Whether nothing of it counts any more.
    boolean isUnused(Instant now) {
        return taken.isEmpty() || !taken.getLast().plus(rate.per()).isAfter(now);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
