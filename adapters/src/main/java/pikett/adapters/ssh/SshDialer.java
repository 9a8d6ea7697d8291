package pikett.adapters.ssh;

import static pikett.adapters.reason.Detail.span;
import static pikett.adapters.reason.Detail.text;

import com.jcraft.jsch.ChannelDirectTCPIP;
import com.jcraft.jsch.JSchException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import pikett.adapters.host.Deadline;
import pikett.adapters.host.Dialer;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Reason;
import pikett.adapters.reason.ReasonedException;

/// Opens connections from a host's point of view, through its pooled SSH session.
///
/// Safe for use by many threads. A host does not count connections against its limit of sessions, so
/// they need no permit.
final class SshDialer implements Dialer {
    /// RFC 4254, 5.1: the reasons for which a host does not open a channel.
    private static final int PROHIBITED = 1;

    private final SshConnection connection;

    SshDialer(SshConnection connection) {
        this.connection = connection;
    }

    @Override
    public Socket dial(String address, int port, Duration timeout) throws IOException {
        Deadline deadline = Deadline.in(timeout);
        return switch (connection.reach(deadline)) {
            case SshConnection.Reach.NotReached(var why) ->
                    throw new NotReachedException(connection.target().name(), why);
            case SshConnection.Reach.Reached(var live) ->
                    new Dial(live, address, port, timeout, deadline).open();
        };
    }

    /// One connection being opened.
    private final class Dial {
        private final LiveSession live;
        private final String address;
        private final int port;
        private final String place;
        private final Duration timeout;
        private final Deadline deadline;

        Dial(LiveSession live, String address, int port, Duration timeout, Deadline deadline) {
            this.live = live;
            this.address = address;
            this.port = port;
            this.place = (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
            this.timeout = timeout;
            this.deadline = deadline;
        }

        Socket open() throws IOException {
            AtomicBoolean released = new AtomicBoolean();
            Runnable release =
                    () -> {
                        if (released.compareAndSet(false, true)) {
                            live.released();
                        }
                    };
            live.used();
            try {
                return connect(channel(), release);
            } catch (IOException failure) {
                release.run();
                throw failure;
            }
        }

        private ChannelDirectTCPIP channel() throws IOException {
            try {
                if (live.session().openChannel("direct-tcpip")
                        instanceof ChannelDirectTCPIP channel) {
                    channel.setHost(address);
                    channel.setPort(port);
                    return channel;
                }
                throw lost();
            } catch (JSchException down) {
                throw lost();
            }
        }

        private IOException lost() {
            return new ReasonedException(
                    Reason.of(Cause.CONNECTION_LOST, text(connection.target().place())));
        }

        private Socket connect(ChannelDirectTCPIP channel, Runnable release) throws IOException {
            // Unresolved: the name means what it means on the far side.
            InetSocketAddress remote = InetSocketAddress.createUnresolved(address, port);
            ChannelSocket socket = new ChannelSocket(channel, place, remote, release);
            int millis = (int) Math.max(1, deadline.left().toMillis());
            CompletableFuture<Void> opened =
                    CompletableFuture.runAsync(
                            () -> connect(channel, millis),
                            task -> Thread.ofVirtual().name("ssh-dial " + place).start(task));
            try {
                opened.get(2L * millis + 1_000, TimeUnit.MILLISECONDS);
            } catch (ExecutionException failure) {
                socket.close();
                throw told(channel, failure.getCause());
            } catch (TimeoutException stuck) {
                socket.close();
                throw noAnswer();
            } catch (InterruptedException cancelled) {
                socket.close();
                Thread.currentThread().interrupt();
                throw new ReasonedException(Reason.of(Cause.CANCELLED), cancelled);
            }
            // JSch lets some failures of the write pass in silence.
            if (!channel.isConnected() && !channel.isEOF()) {
                socket.close();
                throw lost();
            }
            return socket;
        }

        private static void connect(ChannelDirectTCPIP channel, int millis) {
            try {
                channel.connect(millis);
            } catch (JSchException failure) {
                throw new CompletionException(failure);
            }
        }

        private IOException told(ChannelDirectTCPIP channel, @Nullable Throwable cause) {
            String host = connection.target().name();
            if (cause == null
                    || !String.valueOf(cause.getMessage()).contains("channel is not opened")) {
                return lost();
            }
            if (!channel.isClosed()) {
                return noAnswer();
            }
            if (channel.getExitStatus() == PROHIBITED) {
                return new ReasonedException(
                        Reason.of(Cause.NO_FORWARDING, text(host), text(place)));
            }
            // JSch drops the host's text. On a loopback address nothing but a refusal comes at
            // once.
            return new ReasonedException(
                    isLoopback()
                            ? Reason.of(Cause.CONNECTION_REFUSED, text(place))
                            : Reason.of(Cause.NO_CONNECTION_FROM, text(host), text(place)));
        }

        private boolean isLoopback() {
            return address.startsWith("127.")
                    || address.equals("::1")
                    || address.equals("localhost");
        }

        private IOException noAnswer() {
            return new ReasonedException(Reason.of(Cause.NO_ANSWER, text(place), span(timeout)));
        }
    }
}
