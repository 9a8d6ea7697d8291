package pikett.alerts.outbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A channel that keeps what a person would see, and ends attempts as the test planned. Safe for use by
/// many threads.
final class FakeChannel implements Sender {
    /// What a person sees: new messages and edits, in the order of their arrival.
    record Seen(String address, String text, boolean edit, boolean maybeRepeat) {}

    private final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());
    private final Deque<SendOutcome> plan = new ArrayDeque<>();
    private final AtomicInteger messages = new AtomicInteger(100);
    private final AtomicInteger attempts = new AtomicInteger();
    private volatile List<Limit> limits = List.of();

    /// The next attempts end so; those after the last arrive.
    synchronized void plan(SendOutcome... outcomes) {
        plan.addAll(List.of(outcomes));
    }

    void limits(Limit... declared) {
        limits = List.of(declared);
    }

    @Override
    public List<Limit> limits() {
        return limits;
    }

    @Override
    public synchronized SendOutcome send(Delivery delivery) {
        attempts.incrementAndGet();
        SendOutcome planned = plan.poll();
        if (planned == null || planned instanceof SendOutcome.MaybeSent) {
            // What may have arrived has arrived here: the harder case.
            seen.add(
                    new Seen(
                            delivery.to().address(),
                            delivery.content().payload(),
                            delivery.messageId().isPresent(),
                            delivery.maybeRepeat()));
        }
        if (planned != null) {
            return planned;
        }
        return new SendOutcome.Sent(
                delivery.messageId().orElseGet(() -> Integer.toString(messages.incrementAndGet())));
    }

    int attempts() {
        return attempts.get();
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    List<String> texts() {
        return seen().stream().map(Seen::text).toList();
    }
}
