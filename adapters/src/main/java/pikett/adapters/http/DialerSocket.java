package pikett.adapters.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import pikett.adapters.host.Dialer;

/// A socket that a dialer connects, by name, when OkHttp asks for it.
///
/// Closing it while it is being connected ends the attempt.
final class DialerSocket extends Socket {
    private final Dialer dialer;
    private final Object lock = new Object();
    private @Nullable FutureTask<Socket> attempt;
    private @Nullable Socket connected;
    private boolean closed;
    private int readTimeout;

    DialerSocket(Dialer dialer) {
        this.dialer = dialer;
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        InetSocketAddress place = (InetSocketAddress) endpoint;
        Duration limit = Duration.ofMillis(timeout);
        FutureTask<Socket> dialing =
                new FutureTask<>(() -> dial(place.getHostString(), place.getPort(), limit));
        synchronized (lock) {
            failIfClosed();
            attempt = dialing;
        }
        Thread.ofVirtual().name("dial " + place.getHostString()).start(dialing);
        try {
            dialing.get();
        } catch (CancellationException _) {
            throw new SocketException("closed while connecting");
        } catch (InterruptedException cancelled) {
            close();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("cancelled");
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof IOException reason) {
                throw new DialFailedException(
                        reason, place.getHostString() + ":" + place.getPort());
            }
            throw new IllegalStateException("the dialer failed", failure.getCause());
        }
    }

    private Socket dial(String host, int port, Duration limit) throws IOException {
        Socket socket = dialer.dial(host, port, limit);
        synchronized (lock) {
            if (closed) {
                // Nobody waits for it any more.
                socket.close();
                throw new SocketException("closed while connecting");
            }
            socket.setSoTimeout(readTimeout);
            connected = socket;
        }
        return socket;
    }

    @Override
    public void close() throws IOException {
        Socket open;
        synchronized (lock) {
            closed = true;
            if (attempt != null) {
                attempt.cancel(true);
            }
            open = connected;
        }
        if (open != null) {
            open.close();
        }
        super.close();
    }

    private void failIfClosed() throws SocketException {
        if (closed) {
            throw new SocketException("closed");
        }
    }

    private Socket connected() throws SocketException {
        synchronized (lock) {
            if (connected == null) {
                throw new SocketException("not connected");
            }
            return connected;
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return connected().getInputStream();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return connected().getOutputStream();
    }

    @Override
    public void setSoTimeout(int timeout) throws SocketException {
        synchronized (lock) {
            readTimeout = timeout;
            if (connected != null) {
                connected.setSoTimeout(timeout);
            }
        }
    }

    @Override
    public int getSoTimeout() {
        synchronized (lock) {
            return readTimeout;
        }
    }

    @Override
    public boolean isConnected() {
        synchronized (lock) {
            return connected != null;
        }
    }

    @Override
    public boolean isClosed() {
        synchronized (lock) {
            return closed || (connected != null && connected.isClosed());
        }
    }

    @Override
    public boolean isInputShutdown() {
        synchronized (lock) {
            return connected != null && connected.isInputShutdown();
        }
    }

    @Override
    public boolean isOutputShutdown() {
        synchronized (lock) {
            return connected != null && connected.isOutputShutdown();
        }
    }

    @Override
    public void shutdownInput() throws IOException {
        connected().shutdownInput();
    }

    @Override
    public void shutdownOutput() throws IOException {
        connected().shutdownOutput();
    }

    @Override
    public @Nullable InetAddress getInetAddress() {
        synchronized (lock) {
            return connected == null ? null : connected.getInetAddress();
        }
    }

    @Override
    public int getPort() {
        synchronized (lock) {
            return connected == null ? 0 : connected.getPort();
        }
    }

    @Override
    public void setTcpNoDelay(boolean on) {
        // The dialer has decided that already, and a channel through SSH has no such thing.
    }
}
