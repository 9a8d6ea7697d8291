package pikett.adapters.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.adapters.host.ShellResult;

/// Connections through OpenSSH.
@Tag("real")
class RealDialTest {
    private static final Duration ENOUGH = Duration.ofSeconds(10);

    @TempDir Path folder;
    private RealSshd sshd;
    private Reaching pikett;

    @BeforeEach
    void start() throws Exception {
        sshd = new RealSshd(folder, "PermitOpen 127.0.0.1:* localhost:*");
        pikett = Reaching.one(folder, sshd.config());
    }

    @AfterEach
    void stop() {
        pikett.close();
        sshd.close();
    }

    private Socket dial(String address, int port) throws IOException {
        return pikett.host("prod-1").dialer().dial(address, port, ENOUGH);
    }

    @Test
    void aClosedPortIsNamed() throws IOException {
        int port = RealSshd.freePort();
        assertThatThrownBy(() -> dial("127.0.0.1", port))
                .hasMessage("connection refused by 127.0.0.1:" + port);
    }

    @Test
    void whatTheHostDoesNotAllowIsSaid() {
        assertThatThrownBy(() -> dial("192.0.2.1", 80))
                .hasMessageContaining("prod-1 does not let us connect to 192.0.2.1:80");
    }

    @Test
    void bytesGoBothWaysUnchanged() throws IOException {
        byte[] sent = new byte[3_000_000];
        new Random(9).nextBytes(sent);
        try (ServerSocket server = server();
                Socket socket = dial("127.0.0.1", server.getLocalPort())) {
            echoOnce(server);
            Thread writer =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    socket.getOutputStream().write(sent);
                                    socket.shutdownOutput();
                                } catch (IOException failure) {
                                    throw new UncheckedIOException(failure);
                                }
                            });
            assertThat(socket.getInputStream().readAllBytes()).isEqualTo(sent);
            assertThat(writer.isAlive()).isFalse();
        }
    }

    @Test
    void readingEndsAtItsTimeoutAndCanGoOn() throws IOException {
        try (ServerSocket server = server();
                Socket socket = dial("127.0.0.1", server.getLocalPort());
                Socket farEnd = server.accept()) {
            socket.setSoTimeout(200);
            InputStream in = socket.getInputStream();
            assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
            farEnd.getOutputStream().write("late".getBytes(StandardCharsets.UTF_8));
            socket.setSoTimeout(5_000);
            assertThat(in.readNBytes(4)).asString(StandardCharsets.UTF_8).isEqualTo("late");
            farEnd.shutdownOutput();
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    /// A reader that stops must cost its own connection at most, never the session.
    @Test
    void anUnreadFloodHoldsUpNobodyElse() throws IOException {
        try (ServerSocket server = server();
                Socket socket = dial("127.0.0.1", server.getLocalPort())) {
            Thread.ofVirtual()
                    .start(() -> {
                        try (Socket farEnd = server.accept()) {
                            byte[] block = new byte[65_536];
                            for (int i = 0; i < 1_000; i++) {
                                farEnd.getOutputStream().write(block);
                            }
                        } catch (IOException expected) {
                            // The reader is gone.
                        }
                    });
            // Nothing is read before the bound is reached for good: a reader that is faster than
            // the
            // flood would never see it.
            Awaitility.await()
                    .atMost(ENOUGH.multipliedBy(3))
                    .during(Duration.ofSeconds(2))
                    .until(() -> socket.getInputStream().available() > 15_000_000);
            assertThat(pikett.run("true")).isInstanceOf(ShellResult.Done.class);
            assertThatThrownBy(() -> socket.getInputStream().readAllBytes())
                    .hasMessageContaining("waited to be read");
        }
    }

    private static ServerSocket server() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static void echoOnce(ServerSocket server) {
        Thread.ofVirtual()
                .start(() -> {
                    try (Socket farEnd = server.accept()) {
                        farEnd.getInputStream().transferTo(farEnd.getOutputStream());
                        farEnd.shutdownOutput();
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                });
    }
}
