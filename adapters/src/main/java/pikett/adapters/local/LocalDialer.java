package pikett.adapters.local;

import static pikett.adapters.reason.Detail.span;
import static pikett.adapters.reason.Detail.text;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import pikett.adapters.host.Deadline;
import pikett.adapters.host.Dialer;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Reason;
import pikett.adapters.reason.ReasonedException;

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
        throw first == null ? noAddress(address, null) : first;
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
            throw new ReasonedException(
                    Reason.of(Cause.NAME_NOT_FOUND_IN_TIME, text(address), span(timeout)), late);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("cancelled");
        } catch (ExecutionException failure) {
            throw noAddress(address, failure);
        }
    }

    private static IOException tell(IOException failure, String place, Duration timeout) {
        Reason reason =
                switch (failure) {
                    case SocketTimeoutException _ ->
                            Reason.of(Cause.NO_ANSWER, text(place), span(timeout));
                    case NoRouteToHostException _ -> Reason.of(Cause.NO_ROUTE, text(place));
                    case ConnectException refused
                            when String.valueOf(refused.getMessage()).contains("refused") ->
                            Reason.of(Cause.CONNECTION_REFUSED, text(place));
                    case IOException other ->
                            Reason.of(Cause.NO_CONNECTION, text(place))
                                    .said(String.valueOf(other.getMessage()));
                };
        return new ReasonedException(reason, failure);
    }

    private static IOException noAddress(String name, @Nullable Throwable cause) {
        return new ReasonedException(Reason.of(Cause.NO_ADDRESS, text(name)), cause);
    }

    private static String place(String address, int port) {
        return (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
    }
}
