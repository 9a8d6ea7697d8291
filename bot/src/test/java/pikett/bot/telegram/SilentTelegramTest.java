package pikett.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static pikett.bot.telegram.EdgeDesk.soon;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.bot.service.Loop;

/// Telegram takes the connection and says nothing.
final class SilentTelegramTest {
    private static final int PATIENCE_MILLIS = 30_000;

    @TempDir Path folder;
    private EdgeDesk desk;

    @BeforeEach
    void open() {
        desk = new EdgeDesk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /// A beginning that waits for Telegram is no loop that is stuck: a new start would not help. One that
    /// waits for longer than its call may take is.
    @Test
    void pollingGoesOnWhileItsBeginningWaitsAndIsStuckWhenThatDoesNotEnd() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Poller poller = poller(silent.getLocalPort())) {
            Loop polling = new Loop("polling", poller::lastTick);
            silent.setSoTimeout(PATIENCE_MILLIS);
            poller.start();
            try (Socket call = silent.accept()) {
                call.setSoTimeout(PATIENCE_MILLIS);
                assertThat(call.getInputStream().read()).as("it asks").isPositive();

                desk.clock.forward(Duration.ofSeconds(95));
                assertThat(polling.standing(desk.clock.instant())).isZero();

                desk.clock.forward(Duration.ofSeconds(10));
                assertThat(polling.isStuck(desk.clock.instant())).isTrue();
            }
            soon().until(() -> !polling.isStuck(desk.clock.instant()));
        }
    }

    /// Systemd would kill us: whoever stops does not wait for a Telegram that says nothing.
    @Test
    void aStopDoesNotWaitForTelegram() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Poller poller = poller(silent.getLocalPort());
            silent.setSoTimeout(PATIENCE_MILLIS);
            poller.start();
            try (Socket call = silent.accept()) {
                call.setSoTimeout(PATIENCE_MILLIS);
                assertThat(call.getInputStream().read()).as("it asks").isPositive();

                assertTimeoutPreemptively(Duration.ofSeconds(15), poller::close);
            }
        }
    }

    private Poller poller(int port) {
        TelegramEndpoint endpoint = EdgeDesk.endpoint(URI.create("http://127.0.0.1:" + port));
        Inbox inbox = new Inbox(desk.store, endpoint.botId(), desk.clock);
        return new Poller(endpoint, PollSettings.USUAL, inbox, () -> {}, desk.clock);
    }
}
