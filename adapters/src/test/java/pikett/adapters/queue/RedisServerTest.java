package pikett.adapters.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pikett.config.Secret;

/// A Redis that answers badly.
class RedisServerTest {
    private static final Instant NOW = Instant.parse("2026-11-03T14:07:00Z");

    /// Serves one connection and gives what a queue there reads as, with `AT` for the address.
    private static String reasonAgainst(Conversation conversation, String login)
            throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serve(listener, conversation));
            return reason(listener.getLocalPort(), login);
        }
    }

    private static String reason(int port, String login) {
        String url = "redis://" + login + "127.0.0.1:" + port + "/2";
        RedisServer server =
                new RedisServer(
                        RedisAddress.parse(new Secret(url)),
                        new PlainDialer(),
                        Duration.ofSeconds(1));
        QueueReading reading = new RedisListQueue("jobs", server, () -> NOW).read();
        return ((QueueReading.Unreadable) reading)
                .reason()
                .english()
                .replace("127.0.0.1:" + port, "AT");
    }

    private static void serve(ServerSocket listener, Conversation conversation) {
        try (Socket peer = listener.accept()) {
            conversation.hold(peer.getInputStream(), peer.getOutputStream());
        } catch (IOException _) {
            // The other side has heard enough.
        }
    }

    private interface Conversation {
        void hold(InputStream in, OutputStream out) throws IOException;
    }

    private static Conversation always(String answer) {
        return (in, out) -> {
            byte[] request = new byte[4096];
            while (in.read(request) > 0) {
                out.write((answer + "\r\n").repeat(4).getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-NOAUTH Authentication required. | Redis asks for a password at AT",
                "-WRONGPASS invalid username-password pair | Redis does not accept our password at AT",
                "-ERR AUTH <password> called without any password configured for the default user."
                        + "| Redis at AT has no password, but one is configured",
                "-NOPERM this user has no permissions | our Redis user may not read the queue at AT",
                "-ERR DB index is out of range | Redis at AT has no database 2",
                "-LOADING Redis is loading the dataset in memory | Redis at AT is still loading its data",
                "-DENIED Redis is running in protected mode | Redis at AT is in protected mode and takes only local connections",
                "-MOVED 1 10.0.0.1:6379 | Redis at AT is a node of a cluster, which Pikett cannot read",
                "-ERR something new | Redis at AT says: ERR something new",
                "-ERR unknown command `AUTH`, with args beginning with: `hunter2`"
                        + "| Redis at AT says: ERR unknown command `AUTH`, with args beginning with: `•••`",
                "HTTP/1.1 400 Bad Request | what answers at AT is not Redis"
            })
    void saysWhatIsWrongAndNeverThePassword(String answer, String reason) throws IOException {
        assertThat(reasonAgainst(always(answer), ":hunter2@")).isEqualTo(reason);
    }

    @Test
    void nothingListens() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        assertThat(reason(port, "")).isEqualTo("connection refused by AT");
    }

    @Test
    void aServerThatHangsUp() throws IOException {
        assertThat(reasonAgainst((in, out) -> in.read(), "")).isEqualTo("AT closed the connection");
    }

    @Test
    void aSilentServerIsNotWaitedForLongerThanTheDeadline() throws IOException {
        assertThat(reasonAgainst((in, out) -> in.transferTo(OutputStream.nullOutputStream()), ""))
                .isEqualTo("AT gave no answer within 1 s");
    }

    @Test
    void aServerThatAnswersForEverIsNotListenedToForEver() throws IOException {
        Conversation endless =
                (in, out) -> {
                    out.write('+');
                    while (true) {
                        out.write('1');
                        out.flush();
                        LockSupport.parkNanos(5_000_000);
                    }
                };

        assertThat(reasonAgainst(endless, "")).isEqualTo("AT gave no answer within 1 s");
    }
}
