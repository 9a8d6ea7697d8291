package pikett.adapters.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.fppt.jedismock.datastructures.Slice;
import com.github.fppt.jedismock.operations.server.MockExecutor;
import com.github.fppt.jedismock.server.Response;
import com.github.fppt.jedismock.server.ServiceOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.config.Secret;
import redis.clients.jedis.Jedis;

/// Who works, as a Redis with scripted clients tells; [RealQueueTest] compares with BullMQ itself.
class BullmqWorkersTest {
    private static final Instant NOW = Instant.parse("2026-11-03T14:07:00Z");

    /// `messages`, as its workers call themselves.
    private static final String MESSAGES = "bull:bWVzc2FnZXM=";

    private com.github.fppt.jedismock.RedisServer mock;

    /// What `CLIENT LIST` brings; read by the threads of the mock.
    private volatile Slice clients = Response.NULL;

    @BeforeEach
    void start() throws IOException {
        mock =
                com.github.fppt.jedismock.RedisServer.newRedisServer()
                        .setOptions(
                                ServiceOptions.withInterceptor((state, command, arguments) ->
                                        command.equalsIgnoreCase("client")
                                                ? clients
                                                : MockExecutor.proceed(state, command, arguments)))
                        .start();
        try (Jedis redis = new Jedis(mock.getHost(), mock.getBindPort())) {
            redis.lpush("bull:messages:wait", "1", "2");
            redis.lpush("bull:mes:wait", "1");
        }
    }

    @AfterEach
    void stop() throws IOException {
        mock.stop();
    }

    private QueueReading.Counts counts(String queue) {
        RedisAddress address =
                RedisAddress.parse(
                        new Secret("redis://" + mock.getHost() + ":" + mock.getBindPort()));
        RedisServer server = new RedisServer(address, new PlainDialer(), Duration.ofSeconds(5));
        return (QueueReading.Counts) new BullmqQueue(queue, server, () -> NOW).read();
    }

    private void connected(String... names) {
        StringBuilder list = new StringBuilder(client(""));
        for (String name : names) {
            list.append(client(name));
        }
        clients = Response.bulkString(Slice.create(list.toString()));
    }

    private static String client(String name) {
        return "id=7 addr=127.0.0.1:40112 laddr=127.0.0.1:6379 fd=8 name=%s age=3 idle=0 flags=b db=0 lib-name=ioredis\n"
                .formatted(name);
    }

    @Test
    void workersAreCountedWithNamesOfTheirOwnAndWithout() {
        connected(MESSAGES, MESSAGES + ":w:first", MESSAGES + ":w:second", "web");

        assertThat(counts("messages").workers()).hasValue(3);
    }

    @Test
    void whoeverOnlyListensDoesNotWork() {
        connected(MESSAGES + ":qe", "name=" + MESSAGES, "bull:messages", "other:bWVzc2FnZXM=");

        assertThat(counts("messages").workers()).hasValue(0);
    }

    @Test
    void aQueueWhoseNameBeginsAnotherDoesNotGetItsWorkers() {
        connected(MESSAGES, "bull:bWVz");

        assertThat(counts("mes").workers()).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NOPERM User reader has no permissions to run the 'client|list' command",
                "ERR unknown command 'CLIENT', with args beginning with: 'LIST' "
            })
    void whereRedisDoesNotTellNobodyKnowsAndNothingElseIsLost(String refusal) {
        clients = Response.error(refusal);

        assertThat(counts("messages").workers()).isEmpty();
        assertThat(counts("messages").waiting()).isEqualTo(OptionalLong.of(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n"})
    void aListWithoutEvenUsTellsNothing(String list) {
        clients = Response.bulkString(Slice.create(list));

        assertThat(counts("messages").workers()).isEmpty();
    }

    @Test
    void noListAtAllTellsNothing() {
        clients = Response.NULL;

        assertThat(counts("messages").workers()).isEmpty();
    }
}
