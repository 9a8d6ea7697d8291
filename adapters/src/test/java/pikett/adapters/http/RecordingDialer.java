package pikett.adapters.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import pikett.adapters.host.Dialer;

/// A host whose every address leads to one port of this machine, and which remembers what it was asked for.
final class RecordingDialer implements Dialer {
    private final int port;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    RecordingDialer(int port) {
        this.port = port;
    }

    List<String> asked() {
        return asked;
    }

    @Override
    // The caller closes the socket that it gets.
    @SuppressWarnings("resource")
    public Socket dial(String address, int wanted, Duration timeout) throws IOException {
        asked.add(address + ":" + wanted);
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    /// A host on which nothing ever answers, and which does not keep to the time it is given.
    static Dialer deaf() {
        return (address, port, timeout) -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            throw new SocketTimeoutException("no answer from %s:%d".formatted(address, port));
        };
    }
}
