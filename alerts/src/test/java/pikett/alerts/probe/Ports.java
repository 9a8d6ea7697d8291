package pikett.alerts.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import pikett.adapters.host.Dialer;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;
import pikett.adapters.reason.ReasonedException;

/// Ports of this machine, and ways to them.
final class Ports {
    private Ports() {}

    /// One at which nothing listens.
    static int closed() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// What a dialer says whose host in between is not reached.
    static Reason hostNotReached() {
        return Reason.of(
                Cause.HOST_NOT_REACHED,
                Detail.text("prod-1"),
                Detail.inner(
                        Reason.of(Cause.NO_CONNECTION_IN_TIME, Detail.text("203.0.113.7:22"))));
    }

    /// Waits for a host that does not answer, as long as it may.
    static final class SilentHost implements Dialer {
        @Override
        public Socket dial(String address, int port, Duration timeout) throws IOException {
            try {
                boolean _ = new CountDownLatch(1).await(timeout.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException cancelled) {
                Thread.currentThread().interrupt();
                throw new ReasonedException(Reason.of(Cause.CANCELLED), cancelled);
            }
            throw new ReasonedException(hostNotReached());
        }
    }
}
