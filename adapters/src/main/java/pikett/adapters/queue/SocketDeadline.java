package pikett.adapters.queue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Closes a socket when the time for everything on it is over: a timeout for each read alone would let a
/// server answer one byte at a time for ever.
///
/// Closing this closes the socket too.
final class SocketDeadline implements AutoCloseable {
    private final Socket socket;
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean over;

    SocketDeadline(Socket socket, Duration time) {
        this.socket = socket;
        Thread.ofVirtual().name("redis-deadline").start(() -> watch(time));
    }

    /// Whether it was this deadline that closed the socket.
    boolean isOver() {
        return over;
    }

    @Override
    public void close() {
        finished.countDown();
        closeSocket();
    }

    private void watch(Duration time) {
        try {
            if (!finished.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                over = true;
                closeSocket();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeSocket() {
        try {
            socket.close();
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        }
    }
}
