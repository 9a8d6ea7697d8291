package pikett.bot.command;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import pikett.bot.access.Order;
import pikett.bot.access.Person;

/// Bounds how much is worked on for one person at a time. Presses that redeem an offer have permits of
/// their own: a Stop gets through while commands are slow.
///
/// Safe for use by many threads.
final class PersonPermits {
    /// How many requests of one kind are worked on at a time for a person.
    static final int EACH = 4;

    private final ConcurrentMap<Key, Semaphore> permits = new ConcurrentHashMap<>();

    /// Does the work unless the person has too much going on.
    ///
    /// @return whether it was done
    boolean with(Person person, Order order, Runnable work) {
        Semaphore semaphore = semaphore(person, order);
        if (!semaphore.tryAcquire()) {
            return false;
        }
        try {
            work.run();
        } finally {
            semaphore.release();
        }
        return true;
    }

    int inUse(Person person, Order order) {
        return EACH - semaphore(person, order).availablePermits();
    }

    private Semaphore semaphore(Person person, Order order) {
        Key key = new Key(person.name(), order instanceof Order.Redeem);
        return permits.computeIfAbsent(key, _ -> new Semaphore(EACH));
    }

    private record Key(String person, boolean redeems) {}
}
