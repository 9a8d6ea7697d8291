package pikett.playground.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pikett.playground.telegram.message.Bot;
import pikett.playground.telegram.message.ChatId;
import pikett.playground.telegram.message.Message;
import pikett.playground.telegram.message.Person;
import pikett.playground.telegram.message.UserId;

/// Everything the cloud holds, and the one lock that guards it. Each change wakes all who wait.
final class State {
    final Map<UserId, Person> people = new LinkedHashMap<>();
    final Set<UserId> deactivated = new HashSet<>();
    final Map<ChatId, Room> rooms = new LinkedHashMap<>();
    final UpdateQueue updates = new UpdateQueue();
    final FloodControl flood = new FloodControl();
    final Journal journal = new Journal();

    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Bot bot;

    State(InstantSource clock, Bot bot) {
        this.clock = clock;
        this.bot = bot;
    }

    Bot bot() {
        return bot;
    }

    void bot(Bot changedBot) {
        bot = changedBot;
    }

    /// The cloud's time.
    Instant now() {
        return clock.instant();
    }

    <T> T with(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    void run(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    /// Asks again after every change until there is an answer or the time is over. An interrupt
    /// ends the wait and stays set.
    <T> Optional<T> await(Duration timeout, Supplier<Optional<T>> question) {
        lock.lock();
        try {
            long left = timeout.toNanos();
            Optional<T> answer = question.get();
            while (answer.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
                answer = question.get();
            }
            return answer;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /// Wakes all who wait. Call with the lock held.
    void wake() {
        changed.signalAll();
    }

    void announce(Change change) {
        journal.append(change, now());
        wake();
    }

    void tellBot(Update.Event event) {
        if (updates.add(event, now())) {
            wake();
        }
    }

    Room room(ChatId id) {
        return Optional.ofNullable(rooms.get(id))
                .orElseThrow(() -> new IllegalArgumentException("there is no chat " + id));
    }

    Person person(UserId id) {
        if (id.equals(bot.id())) {
            return bot.person();
        }
        return Optional.ofNullable(people.get(id))
                .orElseThrow(() -> new IllegalArgumentException("there is no person " + id));
    }

    /// All messages that can be read now, chat by chat, oldest first.
    Stream<Message> readable() {
        return rooms.values().stream().flatMap(Room::readable);
    }
}
