package pikett.alerts.outbox;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.adapters.failpoint.FailPoint;

/// Where attempts go on, each in a virtual thread. A destination is busy until its attempt's outcome was
/// written down.
///
/// Used by the pump's thread; the attempts only hand in how they ended.
final class SendingDesk {
    private static final Logger LOG = LoggerFactory.getLogger(SendingDesk.class);

    private final Map<String, Sender> senders;
    private final int places;
    private final Wake wake;
    private final Set<Destination> busy = new HashSet<>();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Ended> ended = new ConcurrentLinkedQueue<>();

    SendingDesk(Map<String, Sender> senders, int places, Wake wake) {
        this.senders = Map.copyOf(senders);
        this.places = places;
        this.wake = wake;
    }

    Map<String, List<Limit>> limits() {
        return senders.entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, sender -> sender.getValue().limits()));
    }

    /// Whether messages of this channel can be edited.
    boolean edits(String channel) {
        Sender sender = senders.get(channel);
        return sender == null || sender.edits();
    }

    boolean isFull() {
        return busy.size() >= places;
    }

    int busy() {
        return busy.size();
    }

    boolean takes(Destination to) {
        return senders.containsKey(to.channel()) && !busy.contains(to);
    }

    void start(Claimed claimed) {
        Destination to = claimed.delivery().to();
        Sender sender = senders.get(to.channel());
        if (sender == null) {
            throw new IllegalArgumentException("no sender for channel " + to.channel());
        }
        busy.add(to);
        Thread thread =
                Thread.ofVirtual()
                        .name("send-" + claimed.delivery().id().value())
                        .unstarted(() -> attempt(sender, claimed));
        threads.add(thread);
        thread.start();
    }

    private void attempt(Sender sender, Claimed claimed) {
        SendOutcome outcome = new SendOutcome.MaybeSent("the sender ended without saying how");
        try {
            outcome = sender.send(claimed.delivery(sender.edits()));
        } catch (RuntimeException e) {
            LOG.error("sender failed delivery={}", claimed.delivery().id().value(), e);
            outcome = new SendOutcome.MaybeSent("the sender failed: " + e.getClass().getName());
        } finally {
            FailPoint.RETURNED.pass();
            ended.add(new Ended(claimed, outcome));
            threads.remove(Thread.currentThread());
            wake.signal();
        }
    }

    /// The attempt that ended first and was not yet written down. It stays until [#written(Ended)].
    Optional<Ended> next() {
        @Nullable Ended first = ended.peek();
        return Optional.ofNullable(first);
    }

    /// Makes the destination free for its next attempt.
    void written(Ended over) {
        ended.remove(over);
        busy.remove(over.claimed().delivery().to());
    }

    /// Ends the waiting of all attempts.
    void abandon() {
        threads.forEach(Thread::interrupt);
    }
}
