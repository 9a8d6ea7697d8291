package pikett.playground.world;

import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisException;

/// What a sample service does all day: it writes a line of log now and then, and the worker among
/// them takes jobs from the queue. Not thread-safe but for the readings; one timer thread calls it.
final class SampleWork {
    /// The time between two steps.
    static final long STEP_MILLIS = 250;

    /// The service that takes jobs.
    static final String WORKER = "ai-admin-worker-v2";

    private static final int JOBS_A_STEP = 12;
    private static final int STEPS_A_LINE = 40;

    private final String name;
    private final int redisPort;
    private final InstantSource clock;
    private @Nullable BullQueue queue;
    private volatile OptionalLong waiting = OptionalLong.empty();
    private volatile Instant lastActivity;
    private long step;

    SampleWork(String name, int redisPort, InstantSource clock) {
        this.name = name;
        this.redisPort = redisPort;
        this.clock = clock;
        this.lastActivity = clock.instant();
    }

    /// Jobs in the queue at the last step; empty while Redis does not answer.
    OptionalLong waiting() {
        return waiting;
    }

    Instant lastActivity() {
        return lastActivity;
    }

    void step(Mode mode) {
        try {
            if (queue == null) {
                queue = BullQueue.connect(redisPort, World.QUEUE, clock);
                if (name.equals(WORKER)) {
                    queue.recoverStalled();
                }
            }
            if (name.equals(WORKER)) {
                drain(queue, mode);
            }
            waiting = OptionalLong.of(queue.waiting());
        } catch (JedisException refused) {
            waiting = OptionalLong.empty();
            fault("redis: " + refused.getMessage());
        }
        if (step++ % STEPS_A_LINE == 0) {
            chatter(mode);
        }
    }

    private void drain(BullQueue from, Mode mode) {
        from.promoteDue();
        switch (mode) {
            case HEALTHY, SLOW -> {
                for (int taken = 0; taken < JOBS_A_STEP; taken++) {
                    if (from.take().map(from::complete).isEmpty()) {
                        return;
                    }
                    lastActivity = clock.instant();
                }
            }
            case DEGRADED -> from.take().ifPresent(job -> lose(from, job));
            case UNHEALTHY, LOOPING -> fault("job not taken: database connect ETIMEDOUT");
        }
    }

    /// A broken key never gets better; a closed connection is tried once more.
    private void lose(BullQueue from, String job) {
        boolean hopeless = step % 2 == 0;
        String reason = hopeless ? "Bad MAC Error" : "Connection Closed";
        from.fail(job, reason, hopeless);
        fault("job " + job + " failed: " + reason);
    }

    private void chatter(Mode mode) {
        switch (mode) {
            case HEALTHY, SLOW, LOOPING -> {
                lastActivity = clock.instant();
                log(
                        "info",
                        "ok, " + (waiting.isPresent() ? waiting.getAsLong() : "?") + " waiting");
            }
            case DEGRADED -> fault("session: Connection Closed, reconnecting");
            case UNHEALTHY -> fault("database: connect ETIMEDOUT 127.0.0.1:5432");
        }
    }

    void log(String level, String message) {
        System.out.println(clock.instant() + " [" + level + "] " + name + ": " + message);
    }

    private void fault(String message) {
        System.err.println(clock.instant() + " [error] " + name + ": " + message);
    }
}
