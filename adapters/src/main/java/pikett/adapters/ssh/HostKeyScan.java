package pikett.adapters.ssh;

import static pikett.adapters.reason.Detail.span;
import static pikett.adapters.reason.Detail.text;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import pikett.adapters.host.Dialer;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Reason;
import pikett.adapters.reason.ReasonedException;

/// Asks a host for its key, and shows it nothing of ours: the connection ends before any login.
///
/// What it finds is believed by nobody until a person has compared it. Blocks.
public final class HostKeyScan {
    /// Nobody logs in, so it names nobody.
    private static final String NOBODY = "nobody";

    private final Dialer route;
    private final SshLimits limits;

    /// A scan that dials in this way.
    public HostKeyScan(Dialer route, SshLimits limits) {
        this.route = route;
        this.limits = limits;
    }

    /// What came of asking.
    public sealed interface Outcome {
        /// The host has this key.
        record Shown(OfferedKey key) implements Outcome {}

        /// It has shown none.
        record NotShown(Reason why) implements Outcome {}
    }

    /// Asks for the best key that the host has.
    public Outcome ask(String address, int port) {
        return ask(address, port, List.of());
    }

    /// Asks for a key of this kind.
    ///
    /// @param type in known_hosts' notation, such as `ssh-ed25519`
    public Outcome ask(String address, int port, String type) {
        return ask(address, port, List.of(type));
    }

    private Outcome ask(String address, int port, List<String> types) {
        PinnedHostKeys none = PinnedHostKeys.none(types);
        AtomicReference<@Nullable Socket> socket = new AtomicReference<>();
        FutureTask<Boolean> attempt =
                new FutureTask<>(() -> connect(address, port, none, socket), true);
        Thread.ofVirtual().name("ssh-host-key").start(attempt);
        Reason otherwise = Reason.of(Cause.ENDED_BEFORE_LOGIN, text(place(address, port)));
        try {
            attempt.get(limits.dial().plus(limits.keyExchange()).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            otherwise = reason(failure.getCause(), otherwise);
        } catch (TimeoutException stalled) {
            otherwise =
                    Reason.of(
                            Cause.NO_KEY_EXCHANGE,
                            text(place(address, port)),
                            span(limits.keyExchange()));
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            otherwise = Reason.of(Cause.CANCELLED);
        } finally {
            close(socket.get());
        }
        Reason why = otherwise;
        return none.refusedKey()
                .map(key -> (Outcome) new Outcome.Shown(OfferedKey.of(key)))
                .orElseGet(() -> new Outcome.NotShown(why));
    }

    private void connect(
            String address,
            int port,
            PinnedHostKeys none,
            AtomicReference<@Nullable Socket> socket) {
        try {
            Session session = new JSch().getSession(NOBODY, address, port);
            SessionSettings.apply(session, none, limits);
            session.setSocketFactory(
                    new DialedSocket((host, where) -> {
                        Socket dialed = route.dial(host, where, limits.dial());
                        socket.set(dialed);
                        return dialed;
                    }));
            session.connect(0);
        } catch (JSchException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Reason reason(@Nullable Throwable failure, Reason otherwise) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ReasonedException reasoned) {
                return reasoned.reason();
            }
        }
        return otherwise;
    }

    private static String place(String address, int port) {
        return OfferedKey.place(address, port);
    }

    private static void close(@Nullable Socket socket) {
        Optional.ofNullable(socket).ifPresent(HostKeyScan::end);
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is of no use any more.
        }
    }
}
