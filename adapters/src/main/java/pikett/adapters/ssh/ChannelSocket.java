package pikett.adapters.ssh;

import com.jcraft.jsch.ChannelDirectTCPIP;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicBoolean;

/// A connection through a host's SSH session that looks like a connected socket, as HTTP and Redis
/// clients want one. Read timeouts work; options of TCP are accepted and mean nothing.
///
/// One thread may read while another writes; any thread may close.
final class ChannelSocket extends Socket {
    private static final int BOUND = 16 * 1024 * 1024;

    private final ChannelDirectTCPIP channel;
    private final String place;
    private final InetSocketAddress remote;
    private final Runnable onClose;
    private final ByteQueue incoming = new ByteQueue(BOUND);
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean outputShut;
    private volatile int readTimeout;

    /// @param channel not yet connected
    /// @param place the far end for people, `127.0.0.1:3009`
    ChannelSocket(
            ChannelDirectTCPIP channel, String place, InetSocketAddress remote, Runnable onClose) {
        this.channel = channel;
        this.place = place;
        this.remote = remote;
        this.onClose = onClose;
        channel.setOutputStream(incoming.sink(this::farSideClosed));
    }

    /// JSch closes the stream both when the far side has sent all and when the session is lost.
    private void farSideClosed() {
        if (channel.isConnected()) {
            incoming.end();
        } else {
            incoming.fail("the connection to %s was lost".formatted(place));
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        requireOpen();
        return incoming.source(() -> readTimeout, this::close);
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        requireOpen();
        OutputStream out = channel.getOutputStream();
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                requireOpen();
                if (outputShut || !channel.isConnected()) {
                    throw new SocketException("the connection to %s is closed".formatted(place));
                }
                out.write(bytes, from, length);
                // A socket sends what is written; JSch would keep it until its packet is full.
                out.flush();
            }

            @Override
            public void close() {
                ChannelSocket.this.close();
            }
        };
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            incoming.fail("socket closed");
            onClose.run();
            Thread.ofVirtual().name("ssh-close " + place).start(channel::disconnect);
        }
    }

    @Override
    public void shutdownOutput() throws IOException {
        requireOpen();
        outputShut = true;
        channel.getOutputStream().close();
    }

    @Override
    public void shutdownInput() {
        incoming.end();
    }

    private void requireOpen() throws SocketException {
        if (closed.get()) {
            throw new SocketException("socket closed");
        }
    }

    @Override
    public void setSoTimeout(int millis) throws SocketException {
        requireOpen();
        if (millis < 0) {
            throw new IllegalArgumentException("a timeout cannot be negative");
        }
        readTimeout = millis;
    }

    @Override
    public int getSoTimeout() {
        return readTimeout;
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public boolean isBound() {
        return true;
    }

    @Override
    public boolean isClosed() {
        return closed.get();
    }

    @Override
    public boolean isOutputShutdown() {
        return outputShut;
    }

    @Override
    public void connect(SocketAddress endpoint) throws SocketException {
        throw new SocketException("already connected");
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws SocketException {
        throw new SocketException("already connected");
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return remote;
    }

    @Override
    public InetAddress getInetAddress() {
        return remote.isUnresolved() ? InetAddress.getLoopbackAddress() : remote.getAddress();
    }

    @Override
    public int getPort() {
        return remote.getPort();
    }

    @Override
    public void setTcpNoDelay(boolean on) {}

    @Override
    public boolean getTcpNoDelay() {
        return true;
    }

    @Override
    public void setKeepAlive(boolean on) {}

    @Override
    public void setReuseAddress(boolean on) {}

    @Override
    public void setSoLinger(boolean on, int linger) {}

    @Override
    public void setTrafficClass(int trafficClass) {}

    @Override
    public void setSendBufferSize(int size) {}

    @Override
    public void setReceiveBufferSize(int size) {}

    @Override
    public String toString() {
        return "ChannelSocket[" + place + "]";
    }
}
