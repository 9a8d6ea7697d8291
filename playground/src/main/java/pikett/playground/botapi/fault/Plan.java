package pikett.playground.botapi.fault;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import pikett.playground.telegram.message.ChatId;

/// When a fault is played, and how often it was. Safe for any thread once it plays.
public final class Plan {
    private final Faults faults;
    private final String method;
    private final AtomicInteger left;
    private final AtomicInteger played = new AtomicInteger();
    private final @Nullable ChatId chat;
    private volatile @Nullable Fault fault;

    Plan(Faults faults, String method) {
        this(faults, method, Integer.MAX_VALUE, null);
    }

    private Plan(Faults faults, String method, int times, @Nullable ChatId chat) {
        this.faults = faults;
        this.method = method;
        this.left = new AtomicInteger(times);
        this.chat = chat;
    }

    /// Only that many times.
    public Plan times(int count) {
        return new Plan(faults, method, count, chat);
    }

    /// Only for calls that name this chat.
    public Plan inChat(ChatId only) {
        return new Plan(faults, method, left.get(), only);
    }

    /// Begins to play it.
    public Plan play(Fault what) {
        fault = what;
        faults.add(this);
        return this;
    }

    /// How often it was played.
    public int played() {
        return played.get();
    }

    boolean over() {
        return left.get() <= 0;
    }

    Optional<Fault> take(String called, String calledChat) {
        Fault planned = fault;
        boolean fits =
                (method.equals("*") || method.equalsIgnoreCase(called))
                        && (chat == null || chat.toString().equals(calledChat));
        if (planned == null || !fits || left.getAndUpdate(n -> Math.max(0, n - 1)) <= 0) {
            return Optional.empty();
        }
        played.incrementAndGet();
        return Optional.of(planned);
    }
}
