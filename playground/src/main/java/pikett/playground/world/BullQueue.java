package pikett.playground.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redis.clients.jedis.BuilderFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.ZRangeParams;

/// The moves of a BullMQ v5 queue, in its own layout: `bull:NAME:wait` and `active` are lists (new on
/// the left, next on the right), `delayed`, `prioritized`, `failed` and `completed` are sorted sets
/// by time, `id` counts, `meta` describes, and each job is a hash. Thread-safe, as its connection
/// pool is.
final class BullQueue implements AutoCloseable {
    /// How often a job is tried before it counts as failed.
    private static final int ATTEMPTS = 2;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /// Finished jobs beyond this many are forgotten, oldest first.
    private static final int KEPT = 500;

    private final RedisClient redis;
    private final String prefix;
    private final InstantSource clock;

    private BullQueue(RedisClient redis, String name, InstantSource clock) {
        this.redis = redis;
        this.prefix = "bull:" + name + ":";
        this.clock = clock;
    }

    static BullQueue connect(int port, String name, InstantSource clock) {
        return new BullQueue(RedisClient.create("127.0.0.1", port), name, clock);
    }

    /// Writes what BullMQ writes when a queue is first opened.
    void open() {
        redis.hset(
                prefix + "meta", Map.of("opts.maxLenEvents", "10000", "version", "bullmq:5.61.0"));
    }

    /// Adds a job at the end of the line.
    String add(String jobName, String json) {
        String id = Long.toString(redis.incr(prefix + "id"));
        Map<String, String> job = new HashMap<>();
        job.put("name", jobName);
        job.put("data", json);
        job.put("opts", "{\"attempts\":%d,\"backoff\":5000}".formatted(ATTEMPTS));
        job.put("timestamp", Long.toString(now().toEpochMilli()));
        job.put("delay", "0");
        job.put("priority", "0");
        redis.hset(prefix + id, job);
        redis.lpush(prefix + "wait", id);
        return id;
    }

    /// Takes the oldest waiting job, if there is one.
    Optional<String> take() {
        Optional<String> next = move("wait", "active");
        next.ifPresent(id -> {
            redis.hset(prefix + id, "processedOn", millis());
            redis.hincrBy(prefix + id, "ats", 1);
        });
        return next;
    }

    String complete(String id) {
        redis.hset(prefix + id, Map.of("returnvalue", "null", "finishedOn", millis()));
        attempt(id);
        finish(id, "completed");
        return id;
    }

    /// The job goes to `delayed` for another try, or to `failed` if it had its tries.
    ///
    /// @param hopeless whether no other try could help, so that it fails at once
    void fail(String id, String reason, boolean hopeless) {
        redis.hset(
                prefix + id,
                Map.of(
                        "failedReason",
                        reason,
                        "stacktrace",
                        "[\"Error: %s\\n    at Session.send (/opt/ai-admin/src/session.js:88:13)\"]"
                                .formatted(reason)));
        if (attempt(id) < ATTEMPTS && !hopeless) {
            redis.lrem(prefix + "active", 1, id);
            // BullMQ keeps twelve bits below the time for the order within a millisecond.
            redis.zadd(prefix + "delayed", now().plus(RETRY_AFTER).toEpochMilli() * 4096.0, id);
        } else {
            redis.hset(prefix + id, "finishedOn", millis());
            finish(id, "failed");
        }
    }

    /// Puts back what a worker that died had in its hands.
    void recoverStalled() {
        Optional<String> stalled = move("active", "wait");
        while (stalled.isPresent()) {
            stalled = move("active", "wait");
        }
    }

    /// Moves the jobs whose delay is over back to the line.
    void promoteDue() {
        double until = now().toEpochMilli() * 4096.0;
        for (String id :
                redis.zrange(prefix + "delayed", ZRangeParams.zrangeByScoreParams(0, until))) {
            if (redis.zrem(prefix + "delayed", id) == 1) {
                redis.lpush(prefix + "wait", id);
            }
        }
    }

    long waiting() {
        return redis.llen(prefix + "wait");
    }

    /// How many jobs there are in each state.
    QueueState state() {
        return new QueueState(
                waiting(),
                redis.llen(prefix + "active"),
                redis.zcard(prefix + "delayed"),
                redis.zcard(prefix + "failed"),
                redis.zcard(prefix + "completed"));
    }

    /// Removes every failed and delayed job, as a person who cleans up would.
    void forgetFailures() {
        for (String set : List.of("failed", "delayed")) {
            for (String id : redis.zrange(prefix + set, 0, -1)) {
                redis.zrem(prefix + set, id);
                redis.del(prefix + id);
            }
        }
    }

    @Override
    public void close() {
        redis.close();
    }

    /// The last of one list becomes the first of another, in one step. (The command has a younger
    /// name, LMOVE, which the embedded server does not know.)
    private Optional<String> move(String from, String to) {
        CommandArguments arguments =
                new CommandArguments(Protocol.Command.RPOPLPUSH)
                        .key(prefix + from)
                        .key(prefix + to);
        return Optional.ofNullable(
                redis.executeCommand(new CommandObject<>(arguments, BuilderFactory.STRING)));
    }

    private long attempt(String id) {
        long made = redis.hincrBy(prefix + id, "atm", 1);
        redis.hset(prefix + id, "attemptsMade", Long.toString(made));
        return made;
    }

    private void finish(String id, String set) {
        redis.lrem(prefix + "active", 1, id);
        redis.zadd(prefix + set, (double) now().toEpochMilli(), id);
        long surplus = redis.zcard(prefix + set) - KEPT;
        for (String old :
                surplus > 0 ? redis.zrange(prefix + set, 0, surplus - 1) : List.<String>of()) {
            redis.zrem(prefix + set, old);
            redis.del(prefix + old);
        }
    }

    private Instant now() {
        return clock.instant();
    }

    private String millis() {
        return Long.toString(now().toEpochMilli());
    }
}
