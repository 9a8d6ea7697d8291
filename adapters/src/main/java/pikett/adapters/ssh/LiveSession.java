package pikett.adapters.ssh;

import com.jcraft.jsch.Session;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A session that is logged in, with who uses it.
///
/// Safe for use by many threads.
final class LiveSession {
    private static final Logger log = LoggerFactory.getLogger(LiveSession.class);

    private final Session session;
    private final Socket socket;
    private final ChannelPermits permits;
    private final InstantSource clock;
    private final AtomicInteger users = new AtomicInteger();
    private volatile Instant lastUse;

    LiveSession(Session session, Socket socket, int channels, InstantSource clock) {
        this.session = session;
        this.socket = socket;
        this.permits = new ChannelPermits(channels);
        this.clock = clock;
        this.lastUse = clock.instant();
    }

    Session session() {
        return session;
    }

    /// For commands; connections are not counted by hosts.
    ChannelPermits permits() {
        return permits;
    }

    boolean connected() {
        return session.isConnected();
    }

    /// A command or a connection begins. [#released()] must follow.
    void used() {
        users.incrementAndGet();
    }

    void released() {
        lastUse = clock.instant();
        users.decrementAndGet();
    }

    boolean unusedFor(Duration idle) {
        return users.get() == 0 && !lastUse.plus(idle).isAfter(clock.instant());
    }

    /// Ends the session at once. The socket goes first, so that JSch's farewells cannot block on a peer
    /// that no longer reads.
    void end() {
        try {
            socket.close();
        } catch (IOException failure) {
            log.debug("socket not closed", failure);
        }
        session.disconnect();
    }
}
