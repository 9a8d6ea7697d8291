package pikett.adapters.local;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import pikett.adapters.host.Deadline;
import pikett.adapters.host.Dialer;

/// Opens connections from this machine, trying every address of a name within one deadline.
///
/// Without state, so safe for use by many threads.
public final class LocalDialer implements Dialer {
    @Override
    public Socket dial(String address, int port, Duration timeout) throws IOException {
        Deadline deadline = Deadline.in(timeout);
        InetAddress[] candidates = resolve(address, timeout);
        IOException first = null;
        for (int i = 0; i < candidates.length; i++) {
            // A dead address leaves their share of the time to those after it.
            Duration share = deadline.left().dividedBy(candidates.length - i);
            try {
                return connect(candidates[i], port, share);
            } catch (IOException failure) {
                IOException told = tell(failure, place(address, port), timeout);
                if (first == null) {
                    first = told;
                } else {
                    first.addSuppressed(told);
                }
            }
        }
        throw first == null ? new UnknownHostException("no address for " + address) : first;
    }

    // The caller closes the socket that it gets.
    @SuppressWarnings("resource")
    private static Socket connect(InetAddress address, int port, Duration share)
            throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(
                    new InetSocketAddress(address, port), (int) Math.max(1, share.toMillis()));
            return socket;
        } catch (IOException failure) {
            socket.close();
            throw failure;
        }
    }

    /// Looking up a name has no timeout of its own, so it is done aside.
    private static InetAddress[] resolve(String address, Duration timeout) throws IOException {
        FutureTask<InetAddress[]> lookup =
                new FutureTask<>(() -> InetAddress.getAllByName(address));
        Thread.ofVirtual().name("lookup " + address).start(lookup);
        try {
            return lookup.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new SocketTimeoutException(
                    "the name %s was not found within %s"
                            .formatted(address, Deadline.show(timeout)));
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("cancelled");
        } catch (ExecutionException failure) {
            throw new UnknownHostException("no address for " + address);
        }
    }

    private static IOException tell(IOException failure, String place, Duration timeout) {
        IOException told =
                switch (failure) {
                    case SocketTimeoutException _ ->
                            new SocketTimeoutException(
                                    "no answer from %s within %s"
                                            .formatted(place, Deadline.show(timeout)));
                    case NoRouteToHostException _ ->
                            new NoRouteToHostException("no route to " + place);
                    case ConnectException refused
                            when String.valueOf(refused.getMessage()).contains("refused") ->
                            new ConnectException("connection refused by " + place);
                    case IOException other ->
                            new ConnectException(
                                    "no connection to %s: %s".formatted(place, other.getMessage()));
                };
        told.initCause(failure);
        return told;
    }

    private static String place(String address, int port) {
        return (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
    }
}
