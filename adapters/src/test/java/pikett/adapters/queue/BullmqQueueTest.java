package pikett.adapters.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.fppt.jedismock.RedisServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;
import pikett.config.Secret;
import redis.clients.jedis.Jedis;

/// The keys are written as BullMQ's own scripts write them; [RealQueueTest] compares with BullMQ itself.
class BullmqQueueTest {
    private static final Instant NOW = Instant.parse("2026-11-03T14:07:00Z");
    private static final double SECOND_PRIORITY = 2 * 4_294_967_296.0;

    private RedisServer mock;
    private Jedis redis;

    @BeforeEach
    void start() throws IOException {
        mock = RedisServer.newRedisServer().start();
        redis = new Jedis(mock.getHost(), mock.getBindPort());
    }

    @AfterEach
    void stop() throws IOException {
        redis.close();
        mock.stop();
    }

    private QueueReading read(String name) {
        RedisAddress address =
                RedisAddress.parse(
                        new Secret("redis://" + mock.getHost() + ":" + mock.getBindPort()));
        pikett.adapters.queue.RedisServer server =
                new pikett.adapters.queue.RedisServer(
                        address, new PlainDialer(), Duration.ofSeconds(5));
        return new BullmqQueue(name, server, () -> NOW).read();
    }

    private QueueReading.Counts counts() {
        return (QueueReading.Counts) read("messages");
    }

    private void job(String id, Duration age, String options) {
        String created = Long.toString(NOW.minus(age).toEpochMilli());
        redis.hset(
                "bull:messages:" + id,
                Map.of(
                        "name",
                        "send",
                        "data",
                        "{\"text\":\"private\"}",
                        "timestamp",
                        created,
                        "opts",
                        options));
    }

    private void waiting(String id, Duration age) {
        job(id, age, "{}");
        redis.lpush("bull:messages:wait", id);
    }

    @Test
    void countsEveryState() {
        waiting("1", Duration.ofMinutes(20));
        waiting("2", Duration.ofMinutes(1));
        redis.lpush("bull:messages:active", "3");
        redis.zadd("bull:messages:delayed", NOW.plusSeconds(60).toEpochMilli() * 4096.0, "4");
        redis.zadd("bull:messages:prioritized", SECOND_PRIORITY + 1, "5");
        redis.zadd("bull:messages:completed", 1, "6");
        redis.zadd("bull:messages:completed", 2, "7");

        QueueReading.Counts counts = counts();

        assertThat(counts.waiting()).isEqualTo(OptionalLong.of(2));
        assertThat(counts.active()).isEqualTo(OptionalLong.of(1));
        assertThat(counts.delayed()).isEqualTo(OptionalLong.of(1));
        assertThat(counts.prioritized()).isEqualTo(OptionalLong.of(1));
        assertThat(counts.failed()).isEqualTo(OptionalLong.of(0));
        assertThat(counts.completed()).isEqualTo(OptionalLong.of(2));
        assertThat(counts.paused()).isFalse();
        assertThat(counts.oldestWaiting()).contains(Duration.ofMinutes(20));
        assertThat(counts.readAt()).isEqualTo(NOW);
    }

    @Test
    void anEmptyQueueIsEmpty() {
        redis.hset("bull:messages:meta", "opts.maxLenEvents", "10000");

        assertThat(counts().waiting()).hasValue(0);
        assertThat(counts().oldestWaiting()).isEmpty();
        assertThat(counts().failures()).isEmpty();
    }

    @Test
    void aQueueThatNobodyMadeIsUnknownAndNotEmpty() {
        redis.hset("bull:messages:meta", "opts.maxLenEvents", "10000");

        String at = mock.getHost() + ":" + mock.getBindPort();
        assertThat(read("mesages"))
                .isEqualTo(
                        new QueueReading.Unreadable(
                                Reason.of(
                                        Cause.NO_SUCH_QUEUE,
                                        Detail.text("bull:mesages:meta"),
                                        Detail.text(at)),
                                NOW));
    }

    @Test
    void aPausedQueueOfVersion5KeepsItsJobsUnderAnotherKey() {
        job("1", Duration.ofMinutes(3), "{}");
        redis.lpush("bull:messages:paused", "1");
        redis.hset("bull:messages:meta", "paused", "1");

        assertThat(counts().waiting()).isEqualTo(OptionalLong.of(1));
        assertThat(counts().paused()).isTrue();
        assertThat(counts().oldestWaiting()).contains(Duration.ofMinutes(3));
    }

    @Test
    void markersAreNoJobs() {
        waiting("1", Duration.ofMinutes(3));
        redis.rpush("bull:messages:wait", "0:0");

        assertThat(counts().waiting()).isEqualTo(OptionalLong.of(1));
        assertThat(counts().oldestWaiting()).contains(Duration.ofMinutes(3));
    }

    @Test
    void theOldestOfALastInFirstOutQueueIsAtTheOtherEnd() {
        for (int i = 0; i < 100; i++) {
            job("j" + i, Duration.ofMinutes(100 - i), "{}");
            redis.rpush("bull:messages:wait", "j" + i);
        }

        assertThat(counts().oldestWaiting()).contains(Duration.ofMinutes(100));
    }

    @Test
    void theDelayOfAJobIsNoWaiting() {
        job(
                "1",
                Duration.ofHours(2),
                "{\"backoff\":{\"delay\":5,\"type\":\"fixed\"},\"delay\":7140000}");
        redis.lpush("bull:messages:wait", "1");

        assertThat(counts().oldestWaiting()).contains(Duration.ofMinutes(1));
    }

    @Test
    void aJobThatIsTriedAgainWaitsSinceItsLastTry() {
        waiting("1", Duration.ofHours(2));
        redis.hset(
                "bull:messages:1",
                "processedOn",
                Long.toString(NOW.minusSeconds(90).toEpochMilli()));

        assertThat(counts().oldestWaiting()).contains(Duration.ofSeconds(90));
    }

    @Test
    void aDelayedJobThatIsDueAndNotTakenWaits() {
        redis.zadd("bull:messages:delayed", NOW.minusSeconds(30).toEpochMilli() * 4096.0 + 7, "4");

        assertThat(counts().oldestWaiting()).contains(Duration.ofSeconds(30));
    }

    @Test
    void theLeastUrgentIsSeenBehindManyUrgentOnes() {
        for (int i = 0; i < 50; i++) {
            job("u" + i, Duration.ofSeconds(i), "{}");
            redis.zadd("bull:messages:prioritized", 4_294_967_296.0 + i, "u" + i);
            job("l" + i, Duration.ofMinutes(90 - i), "{}");
            redis.zadd("bull:messages:prioritized", SECOND_PRIORITY + i, "l" + i);
        }

        assertThat(counts().oldestWaiting()).contains(Duration.ofMinutes(90));
    }

    @Test
    void showsTheLatestFailuresAndTheirReasons() {
        for (int i = 1; i <= 8; i++) {
            Instant failedAt = NOW.minusSeconds(100 - i);
            redis.zadd("bull:messages:failed", (double) failedAt.toEpochMilli(), "f" + i);
            redis.hset(
                    "bull:messages:f" + i,
                    Map.of(
                            "failedReason",
                            "\nBad MAC Error " + i + "\n    at decrypt",
                            "atm",
                            "3",
                            "finishedOn",
                            Long.toString(failedAt.toEpochMilli()),
                            "data",
                            "{\"phone\":\"private\"}"));
        }
        redis.hdel("bull:messages:f8", "failedReason", "atm", "finishedOn");

        QueueReading.Counts counts = counts();

        assertThat(counts.failed()).isEqualTo(OptionalLong.of(8));
        assertThat(counts.failures())
                .extracting(QueueReading.Failure::jobId)
                .containsExactly("f8", "f7", "f6", "f5", "f4");
        assertThat(counts.failures().get(1))
                .isEqualTo(
                        new QueueReading.Failure(
                                "f7",
                                "Bad MAC Error 7",
                                3,
                                java.util.Optional.of(NOW.minusSeconds(93))));
        assertThat(counts.failures().getFirst().reason()).isEqualTo("no reason recorded");
        assertThat(counts.toString()).doesNotContain("private");
    }

    @Test
    void olderVersionsCountAttemptsUnderAnotherName() {
        redis.zadd("bull:messages:failed", 1, "f");
        redis.hset(
                "bull:messages:f", Map.of("failedReason", "x".repeat(5000), "attemptsMade", "2"));

        assertThat(counts().failures().getFirst().attempts()).isEqualTo(2);
        assertThat(counts().failures().getFirst().reason()).hasSize(301);
    }

    @Test
    void aJobWithStrangeFieldsHasNoAge() {
        redis.lpush("bull:messages:wait", "gone", "odd");
        redis.hset("bull:messages:odd", Map.of("timestamp", "yesterday", "opts", "{"));

        assertThat(counts().waiting()).isEqualTo(OptionalLong.of(2));
        assertThat(counts().oldestWaiting()).isEmpty();
    }

    @Test
    void aClockThatIsBehindMakesNoNegativeAge() {
        waiting("1", Duration.ofSeconds(-40));

        assertThat(counts().oldestWaiting()).contains(Duration.ZERO);
    }

    @Test
    void aKeyOfAnotherKindIsUnreadable() {
        redis.set("bull:messages:wait", "hello");

        assertThat(read("messages"))
                .isEqualTo(
                        new QueueReading.Unreadable(
                                Reason.of(
                                        Cause.KEY_OF_OTHER_TYPE,
                                        Detail.text("bull:messages:wait"),
                                        Detail.text("string"),
                                        Detail.text("list")),
                                NOW));
    }

    @Test
    void aLongNameIsCutInTheReason() {
        String name = "x".repeat(10_000);
        redis.set("bull:" + name + ":wait", "hello");

        assertThat(((QueueReading.Unreadable) read(name)).reason().english()).hasSizeLessThan(150);
    }
}
