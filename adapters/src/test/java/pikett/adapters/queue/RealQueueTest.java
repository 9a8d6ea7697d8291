package pikett.adapters.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.adapters.host.Host;
import pikett.adapters.real.NodePackage;
import pikett.adapters.real.Program;
import pikett.adapters.real.RealRedis;
import pikett.adapters.real.RunningProgram;
import pikett.config.Conditions;
import pikett.config.QueueConfig;
import pikett.config.Secret;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XReadGroupParams;

/// Against a real Redis, filled by the real BullMQ.
@Tag("real")
class RealQueueTest {
    private RealRedis redis;

    @BeforeEach
    void start() throws IOException {
        redis = RealRedis.start();
    }

    @AfterEach
    void stop() {
        redis.close();
    }

    private QueueReading read(QueueConfig.Kind kind, String login) {
        Host host =
                new Host(
                        "here",
                        command -> {
                            throw new AssertionError("no command is needed");
                        },
                        new PlainDialer());
        Secret url = new Secret("redis://" + login + "127.0.0.1:" + redis.port() + "/0");
        return Queues.queue(
                        new QueueConfig("here", url, kind, Conditions.NONE),
                        host,
                        Clock.systemUTC())
                .read();
    }

    private QueueReading.Counts counts(QueueConfig.Kind kind) {
        return (QueueReading.Counts) read(kind, ":" + RealRedis.PASSWORD + "@");
    }

    private long length(String command, String key) throws IOException, InterruptedException {
        return Long.parseLong(redis.cli(command, "bull:messages:" + key));
    }

    /// The command line that runs one of our scripts with a version of BullMQ.
    private List<String> bullmq(String version, String script)
            throws IOException, InterruptedException, URISyntaxException {
        URL file = Objects.requireNonNull(RealQueueTest.class.getResource(script));
        Path modules = NodePackage.modules("bullmq", version, "ioredis@5.10.1");
        return List.of(
                "node",
                "--max-old-space-size=256",
                Path.of(file.toURI()).toString(),
                modules.toString(),
                Integer.toString(redis.port()),
                RealRedis.PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.79.1", "6.7.0"})
    void agreesWithBullmqAndRedisCliAbout162Jobs(String version)
            throws IOException, InterruptedException, URISyntaxException {
        String bullmq = Program.run(bullmq(version, "bullmq-fill.cjs"));

        QueueReading.Counts counts = counts(new QueueConfig.Kind.Bullmq("messages"));

        assertThat(counts.waiting()).isEqualTo(OptionalLong.of(140));
        assertThat(counts.waiting().orElseThrow())
                .isEqualTo(length("LLEN", "wait") + length("LLEN", "paused"));
        assertThat(counts.prioritized()).isEqualTo(OptionalLong.of(length("ZCARD", "prioritized")));
        assertThat(counts.delayed()).isEqualTo(OptionalLong.of(length("ZCARD", "delayed")));
        assertThat(
                        counts.waiting().orElseThrow()
                                + counts.prioritized().orElseThrow()
                                + counts.delayed().orElseThrow())
                .isEqualTo(162);
        assertThat(counts.active()).isEqualTo(OptionalLong.of(0));
        assertThat(counts.workers()).isEqualTo(OptionalLong.of(0));
        assertThat(bullmq)
                .contains("\"prioritized\":" + counts.prioritized().orElseThrow())
                .contains("\"delayed\":" + counts.delayed().orElseThrow())
                .contains("\"failed\":" + counts.failed().orElseThrow())
                .contains("\"completed\":" + counts.completed().orElseThrow());
        assertThat(counts.paused()).isTrue();
        assertThat(counts.oldestWaiting().orElseThrow())
                .isBetween(Duration.ofMinutes(20), Duration.ofMinutes(22));
        assertThat(counts.failures())
                .hasSize(3)
                .allSatisfy(failure -> assertThat(failure.reason()).matches("Bad MAC Error [123]"))
                .allSatisfy(failure -> assertThat(failure.attempts()).isEqualTo(2))
                .allSatisfy(failure -> assertThat(failure.failedAt()).isPresent());
        assertThat(counts.toString()).doesNotContain("private");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.79.1", "6.7.0"})
    void agreesWithBullmqAboutWhoWorks(String version)
            throws IOException, InterruptedException, URISyntaxException {
        QueueConfig.Kind messages = new QueueConfig.Kind.Bullmq("messages");
        try (RunningProgram application =
                RunningProgram.start(bullmq(version, "bullmq-work.cjs"))) {
            assertThat(application.line()).isEqualTo("2");
            assertThat(counts(messages).workers()).hasValue(2);
            assertThat(counts(new QueueConfig.Kind.Bullmq("mes")).workers()).hasValue(1);
        }
        Awaitility.await().untilAsserted(() -> assertThat(counts(messages).workers()).hasValue(0));
    }

    @Test
    void aUserWhoMayNotAskWhoIsConnectedReadsEverythingElse() {
        try (Jedis jedis = redis.connect()) {
            jedis.aclSetUser("reader", "on", ">secret", "~*", "+@all", "-client");
            jedis.lpush("bull:messages:wait", "1", "2");
        }

        QueueReading.Counts counts =
                (QueueReading.Counts)
                        read(new QueueConfig.Kind.Bullmq("messages"), "reader:secret@");

        assertThat(counts.workers()).isEmpty();
        assertThat(counts.waiting()).hasValue(2);
    }

    @Test
    void aHugeQueueCostsNoMoreThanASmallOne() {
        try (Jedis jedis = redis.connect()) {
            String[] ids =
                    IntStream.range(0, 10_000).mapToObj(Integer::toString).toArray(String[]::new);
            for (int i = 0; i < 20; i++) {
                jedis.lpush("bull:messages:wait", ids);
            }
            long before = sentBytes(jedis);

            QueueReading.Counts counts = counts(new QueueConfig.Kind.Bullmq("messages"));

            assertThat(counts.waiting()).isEqualTo(OptionalLong.of(200_000));
            assertThat(sentBytes(jedis) - before).isLessThan(20_000);
        }
    }

    private static long sentBytes(Jedis jedis) {
        return jedis.info("stats")
                .lines()
                .filter(line -> line.startsWith("total_net_output_bytes:"))
                .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aStreamTellsWhatItsSlowestGroupHasNotTaken() {
        try (Jedis jedis = redis.connect()) {
            long start = Clock.systemUTC().millis() - Duration.ofMinutes(10).toMillis();
            for (int i = 0; i < 10; i++) {
                jedis.xadd(
                        "events",
                        new StreamEntryID(start + i * 60_000L, 0),
                        Map.of("text", "private"));
            }
            QueueConfig.Kind events = new QueueConfig.Kind.RedisStream("events");
            assertThat(counts(events).waiting()).isEqualTo(OptionalLong.of(10));
            assertThat(counts(events).oldestWaiting().orElseThrow())
                    .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));

            jedis.xgroupCreate("events", "fast", new StreamEntryID("0-0"), false);
            jedis.xgroupCreate("events", "slow", new StreamEntryID("0-0"), false);
            take(jedis, "fast", 10);
            take(jedis, "slow", 4);

            QueueReading.Counts counts = counts(events);
            assertThat(counts.waiting()).isEqualTo(OptionalLong.of(6));
            assertThat(counts.active()).isEqualTo(OptionalLong.of(14));
            assertThat(counts.oldestWaiting().orElseThrow())
                    .isBetween(Duration.ofMinutes(6), Duration.ofMinutes(7));

            take(jedis, "slow", 6);
            assertThat(counts(events).waiting()).isEqualTo(OptionalLong.of(0));
            assertThat(counts(events).oldestWaiting()).isEmpty();
        }
    }

    private static void take(Jedis jedis, String group, int count) {
        jedis.xreadGroup(
                group,
                "consumer",
                XReadGroupParams.xReadGroupParams().count(count),
                Map.of("events", StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":wrong@", "stranger:wrong@"})
    void saysWhatIsWrongWithTheLogin(String login) {
        QueueReading reading = read(new QueueConfig.Kind.RedisList("jobs"), login);

        String at = "127.0.0.1:" + redis.port();
        assertThat(((QueueReading.Unreadable) reading).reason().english())
                .isEqualTo(
                        login.isEmpty()
                                ? "Redis asks for a password at " + at
                                : "Redis does not accept our password at " + at);
    }

    @Test
    void aUserWithoutRightsIsToldSo() {
        try (Jedis jedis = redis.connect()) {
            jedis.aclSetUser("reader", "on", ">secret", "~other:*", "+@all");
        }

        QueueReading reading = read(new QueueConfig.Kind.RedisList("jobs"), "reader:secret@");

        assertThat(((QueueReading.Unreadable) reading).reason().english())
                .isEqualTo("our Redis user may not read the queue at 127.0.0.1:" + redis.port());
    }
}
