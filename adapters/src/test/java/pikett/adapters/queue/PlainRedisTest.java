package pikett.adapters.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pikett.adapters.host.Host;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;
import pikett.config.Conditions;
import pikett.config.QueueConfig;
import pikett.config.Secret;
import redis.clients.jedis.Jedis;

class PlainRedisTest {
    private static final Instant NOW = Instant.parse("2026-11-03T14:07:00Z");

    private com.github.fppt.jedismock.RedisServer mock;
    private Jedis redis;

    @BeforeEach
    void start() throws IOException {
        mock = com.github.fppt.jedismock.RedisServer.newRedisServer().start();
        redis = new Jedis(mock.getHost(), mock.getBindPort());
    }

    @AfterEach
    void stop() throws IOException {
        redis.close();
        mock.stop();
    }

    private QueueReading read(QueueConfig.Kind kind, String tail) {
        Host host =
                new Host(
                        "prod-1",
                        command -> {
                            throw new AssertionError("no command is needed");
                        },
                        new PlainDialer());
        String url = "redis://" + mock.getHost() + ":" + mock.getBindPort() + tail;
        return Queues.queue(
                        new QueueConfig("prod-1", new Secret(url), kind, Conditions.NONE),
                        host,
                        () -> NOW)
                .read();
    }

    @Test
    void aListTellsItsLengthAndNothingElse() {
        redis.lpush("jobs", "a", "b", "c");

        QueueReading.Counts counts =
                (QueueReading.Counts) read(new QueueConfig.Kind.RedisList("jobs"), "");

        assertThat(counts.waiting()).isEqualTo(OptionalLong.of(3));
        assertThat(counts.active()).isEmpty();
        assertThat(counts.workers()).isEmpty();
        assertThat(counts.oldestWaiting()).isEqualTo(Optional.empty());
    }

    @Test
    void theDatabaseOfTheUrlIsRead() {
        redis.lpush("jobs", "a");
        redis.select(3);
        redis.lpush("jobs", "a", "b");

        QueueReading.Counts counts =
                (QueueReading.Counts) read(new QueueConfig.Kind.RedisList("jobs"), "/3");

        assertThat(counts.waiting()).isEqualTo(OptionalLong.of(2));
    }

    @Test
    void aMissingKeyIsEmpty() {
        QueueReading.Counts list =
                (QueueReading.Counts) read(new QueueConfig.Kind.RedisList("jobs"), "");
        QueueReading.Counts stream =
                (QueueReading.Counts) read(new QueueConfig.Kind.RedisStream("jobs"), "");

        assertThat(list.waiting()).isEqualTo(OptionalLong.of(0));
        assertThat(stream.waiting()).isEqualTo(OptionalLong.of(0));
        assertThat(stream.workers()).isEmpty();
    }

    @Test
    void anotherKindOfKeyIsUnreadable() {
        redis.set("jobs", "a");

        assertThat(read(new QueueConfig.Kind.RedisStream("jobs"), ""))
                .isEqualTo(
                        new QueueReading.Unreadable(
                                Reason.of(
                                        Cause.KEY_OF_OTHER_TYPE,
                                        Detail.text("jobs"),
                                        Detail.text("string"),
                                        Detail.text("stream")),
                                NOW));
    }

    @Test
    void aUrlThatCannotBeUnderstoodIsUnreadableAndNotQuoted() {
        QueueReading reading = read(new QueueConfig.Kind.RedisList("jobs"), "/hunter2");

        assertThat(reading)
                .isEqualTo(new QueueReading.Unreadable(Reason.of(Cause.REDIS_URL_DATABASE), NOW));
    }
}
