package pikett.adapters.http;

import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import pikett.adapters.host.Dialer;

/// A host on which nothing ever answers, and which does not keep to the time it is given.
final class DeafDialer implements Dialer {
    private final CountDownLatch interrupted = new CountDownLatch(1);

    @Override
    public Socket dial(String address, int port, Duration timeout) throws SocketTimeoutException {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            interrupted.countDown();
            Thread.currentThread().interrupt();
        }
        throw new SocketTimeoutException("no answer from %s:%d".formatted(address, port));
    }

    /// Whether the attempt is given up within the time.
    boolean isLeftWithin(Duration time) throws InterruptedException {
        return interrupted.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
