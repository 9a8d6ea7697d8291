package pikett.adapters.queue;

import static pikett.adapters.reason.Detail.text;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.function.Function;
import pikett.adapters.host.Dialer;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Reason;
import pikett.adapters.reason.ReasonedException;
import pikett.config.Secret;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/// Asks one Redis, over a connection that lives as long as the question.
///
/// Safe for use by many threads.
final class RedisServer {
    private final RedisAddress address;
    private final Dialer dialer;
    private final RedisTrouble trouble;
    private final Duration deadline;
    private final JedisClientConfig config;

    /// @param deadline for connecting, and again for the whole of a question
    RedisServer(RedisAddress address, Dialer dialer, Duration deadline) {
        this.address = address;
        this.dialer = dialer;
        this.trouble = new RedisTrouble(address, deadline);
        this.deadline = deadline;
        this.config = config(address, deadline);
    }

    /// How asking ended.
    sealed interface Asked<T> {
        /// It was answered.
        record Answered<T>(T answer) implements Asked<T> {}

        /// It was not, for this reason.
        record Failed<T>(Reason reason) implements Asked<T> {}
    }

    /// Asks over a fresh connection. The question may use several round trips; the deadline is for all.
    <T> Asked<T> ask(Function<Pipeline, T> question) {
        Socket socket;
        try {
            socket = dialer.dial(address.address(), address.port(), deadline);
        } catch (IOException unreached) {
            Reason otherwise = Reason.of(Cause.NO_CONNECTION, text(address.spoken()));
            return new Asked.Failed<>(ReasonedException.of(unreached, otherwise));
        }
        try (SocketDeadline watch = new SocketDeadline(socket, deadline)) {
            return answer(question, socket, watch);
        }
    }

    /// The reason when nobody has made a queue there.
    ///
    /// @param key what such a queue would have
    Reason none(String key) {
        return Reason.of(Cause.NO_SUCH_QUEUE, text(ExpectedKeys.cut(key)), text(address.spoken()));
    }

    private <T> Asked<T> answer(
            Function<Pipeline, T> question, Socket socket, SocketDeadline watch) {
        try (Connection connection = new Connection(() -> ready(socket), config);
                Pipeline pipeline = new Pipeline(connection)) {
            return new Asked.Answered<>(question.apply(pipeline));
        } catch (JedisException failed) {
            return new Asked.Failed<>(watch.isOver() ? trouble.timedOut() : trouble.of(failed));
        } catch (ClassCastException | IndexOutOfBoundsException | NumberFormatException _) {
            // What Jedis does with an answer of a kind that Redis does not give.
            return new Asked.Failed<>(trouble.noRedis());
        }
    }

    private Socket ready(Socket socket) {
        try {
            socket.setSoTimeout((int) deadline.toMillis());
            socket.setTcpNoDelay(true);
            return socket;
        } catch (IOException closed) {
            throw new JedisConnectionException(closed);
        }
    }

    private static JedisClientConfig config(RedisAddress address, Duration deadline) {
        int millis = (int) deadline.toMillis();
        DefaultJedisClientConfig.Builder config =
                DefaultJedisClientConfig.builder()
                        // No HELLO: a Redis from before version 6 does not know it.
                        .serverDefaultProtocol()
                        .autoNegotiateProtocol(false)
                        .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                        .connectionTimeoutMillis(millis)
                        .socketTimeoutMillis(millis)
                        .database(address.database());
        address.user().ifPresent(config::user);
        address.password().map(Secret::reveal).ifPresent(config::password);
        return config.build();
    }
}
