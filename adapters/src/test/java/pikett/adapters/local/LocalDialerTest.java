package pikett.adapters.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LocalDialerTest {
    private static final Duration ENOUGH = Duration.ofSeconds(5);

    private final LocalDialer dialer = new LocalDialer();

    @Test
    void connects() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = dialer.dial("127.0.0.1", server.getLocalPort(), ENOUGH)) {
            assertThat(socket.isConnected()).isTrue();
        }
    }

    @Test
    void namesTheRefusedAddress() throws IOException {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }
        assertThatThrownBy(() -> dialer.dial("127.0.0.1", port, ENOUGH))
                .hasMessage("connection refused by 127.0.0.1:" + port);
    }

    @Test
    void saysWhenTheNameIsUnknown() {
        assertThatThrownBy(() -> dialer.dial("no-such-host.invalid", 22, ENOUGH))
                .hasMessage("there is no address for no-such-host.invalid");
    }

    /// A full backlog answers no further handshake, like a host behind a dropping firewall.
    @Test
    void saysHowLongItWaited() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket first = dialer.dial("127.0.0.1", server.getLocalPort(), ENOUGH);
                Socket second = dialer.dial("127.0.0.1", server.getLocalPort(), ENOUGH)) {
            assertThat(first.isConnected()).isTrue();
            assertThat(second.isConnected()).isTrue();
            assertThatThrownBy(() ->
                            dialer.dial("127.0.0.1", server.getLocalPort(), Duration.ofMillis(300)))
                    .hasMessage(
                            "no answer from 127.0.0.1:%d within 300 ms"
                                    .formatted(server.getLocalPort()));
        }
    }
}
