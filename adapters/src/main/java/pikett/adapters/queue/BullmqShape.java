package pikett.adapters.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import pikett.adapters.reason.Reason;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.resps.Tuple;

/// The first round trip to a BullMQ queue: how long its lists are, and which jobs to look at.
///
/// Up to version 5 a paused queue keeps its waiting jobs under `paused`, from 6 on under `wait`; both count.
final class BullmqShape {
    /// What BullMQ writes as soon as somebody makes a queue of the name.
    static final String META = "meta";

    private static final int ENDS = 10;
    private static final int FAILURES = 5;

    /// A delayed job's score is its due time in milliseconds times this, plus a running number.
    private static final double DELAY_FACTOR = 4096;

    private final ExpectedKeys keys;
    private final Waiting wait;
    private final Waiting paused;
    private final Response<Long> active;
    private final Response<Long> delayed;
    private final Response<Long> prioritized;
    private final Response<Long> failed;
    private final Response<Long> completed;
    private final Response<Boolean> isPaused;
    private final Response<List<Tuple>> nextDelayed;
    private final Response<List<String>> firstPrioritized;
    private final Response<List<Tuple>> lastPrioritized;
    private final Response<List<String>> latestFailed;

    /// Queues the questions; the answers are there after the pipeline was sent.
    BullmqShape(Pipeline pipeline, String prefix) {
        keys = new ExpectedKeys(pipeline);
        wait = new Waiting(pipeline, keys.key(prefix + "wait", "list"));
        paused = new Waiting(pipeline, keys.key(prefix + "paused", "list"));
        active = pipeline.llen(keys.key(prefix + "active", "list"));
        String delayedKey = keys.key(prefix + "delayed", "zset");
        delayed = pipeline.zcard(delayedKey);
        nextDelayed = pipeline.zrangeWithScores(delayedKey, 0, 0);
        String prioritizedKey = keys.key(prefix + "prioritized", "zset");
        prioritized = pipeline.zcard(prioritizedKey);
        firstPrioritized = pipeline.zrange(prioritizedKey, 0, ENDS - 1L);
        lastPrioritized = pipeline.zrevrangeWithScores(prioritizedKey, 0, 0);
        String failedKey = keys.key(prefix + "failed", "zset");
        failed = pipeline.zcard(failedKey);
        latestFailed = pipeline.zrevrange(failedKey, 0, FAILURES - 1L);
        completed = pipeline.zcard(keys.key(prefix + "completed", "zset"));
        isPaused = pipeline.hexists(keys.key(prefix + META, "hash"), "paused");
        keys.key(prefix + "id", "string");
    }

    /// A list of waiting jobs. Jobs are taken from its end; one that was added last-in-first-out stands
    /// there too, so that the oldest may be at either end.
    private static final class Waiting {
        private final Response<Long> length;
        private final Response<List<String>> head;
        private final Response<List<String>> tail;

        Waiting(Pipeline pipeline, String key) {
            length = pipeline.llen(key);
            head = pipeline.lrange(key, 0, ENDS - 1L);
            tail = pipeline.lrange(key, -ENDS, -1);
        }

        /// Version 5 puts markers such as `0:0` at the end to wake workers; they are no jobs.
        long jobs() {
            return length.get() - tail.get().stream().filter(Waiting::isMarker).count();
        }

        List<String> ids() {
            List<String> ids = new ArrayList<>(tail.get());
            ids.addAll(head.get());
            ids.removeIf(Waiting::isMarker);
            return ids;
        }

        private static boolean isMarker(String id) {
            return id.startsWith("0:");
        }
    }

    Optional<Reason> problem() {
        return keys.problem();
    }

    /// Whether nobody has ever made a queue of the name: an empty one still has its description.
    boolean isNone() {
        return keys.allAbsent();
    }

    long waiting() {
        return wait.jobs() + paused.jobs();
    }

    long active() {
        return active.get();
    }

    long delayed() {
        return delayed.get();
    }

    long prioritized() {
        return prioritized.get();
    }

    long failed() {
        return failed.get();
    }

    long completed() {
        return completed.get();
    }

    boolean isPaused() {
        return isPaused.get();
    }

    /// Jobs among which the one that waits longest is sought.
    Set<String> waitingIds() {
        Set<String> ids = new LinkedHashSet<>(wait.ids());
        ids.addAll(paused.ids());
        ids.addAll(firstPrioritized.get());
        return ids;
    }

    /// Newest first.
    List<String> failedIds() {
        return latestFailed.get();
    }

    /// When the next delayed job is due: if that is over, it waits like any other, and nobody takes it.
    Optional<Instant> nextDue() {
        return nextDelayed.get().stream()
                .map(job -> Instant.ofEpochMilli((long) (job.getScore() / DELAY_FACTOR)))
                .findFirst();
    }

    /// The score of the job that comes last of all by priority.
    OptionalDouble leastUrgentScore() {
        return lastPrioritized.get().stream().mapToDouble(Tuple::getScore).findFirst();
    }
}
