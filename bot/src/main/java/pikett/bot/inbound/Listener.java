package pikett.bot.inbound;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import pikett.config.InboundConfig;

/// Listens for HTTP. Thread-safe.
public final class Listener implements AutoCloseable {
    private static final int MAX_HEADER_BYTES = 8 * 1024;
    private static final int NO_ACCEPTORS = 0;
    private static final int SELECTORS = 1;
    private static final int STOP_MILLIS = 2_000;

    private final Server server;
    private final ServerConnector connector;
    private final Door door;

    private Listener(Server server, ServerConnector connector, Door door) {
        this.door = door;
        this.server = server;
        this.connector = connector;
    }

    /// Starts to listen.
    ///
    /// @param routes what is served
    /// @throws IOException saying which address could not be had
    public static Listener start(InboundConfig config, List<Route> routes) throws IOException {
        return start(config, routes, DoorLimits.USUAL);
    }

    static Listener start(InboundConfig config, List<Route> routes, DoorLimits limits)
            throws IOException {
        Server server = new Server(threads());
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(false);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        // The selector accepts: a thread that waits to accept can lose a connection when it is
        // stopped.
        ServerConnector connector =
                new ServerConnector(
                        server, NO_ACCEPTORS, SELECTORS, new HttpConnectionFactory(http));
        connector.setHost(config.address());
        connector.setPort(config.port());
        connector.setIdleTimeout(limits.idle().toMillis());
        connector.addBean(new SlowHeads(connector.getScheduler(), limits.grace()));
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(limits.connections(), connector));
        Door door = new Door(routes, limits);
        server.setHandler(door);
        server.setStopTimeout(STOP_MILLIS);
        Listener listener = new Listener(server, connector, door);
        try {
            server.start();
            return listener;
        } catch (Exception e) {
            listener.close();
            throw new IOException(
                    "cannot listen on %s:%d (%s)"
                            .formatted(
                                    config.address(),
                                    config.port(),
                                    Optional.ofNullable(e.getCause()).orElse(e).getMessage()),
                    e);
        }
    }

    /// A few platform threads move bytes; each request runs on a virtual thread.
    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(8, 2);
        threads.setName("inbound");
        threads.setDaemon(true);
        threads.setVirtualThreadsExecutor(
                VirtualThreads.getNamedVirtualThreadsExecutor("inbound-"));
        return threads;
    }

    /// From now on this is served; a request that was begun is answered as it was.
    public void serve(List<Route> routes) {
        door.serve(routes);
    }

    /// The port, also where the system chose it.
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        for (AutoCloseable part : List.<AutoCloseable>of(server::stop, server::destroy)) {
            try {
                part.close();
            } catch (Exception e) {
                org.slf4j.LoggerFactory.getLogger(Listener.class)
                        .warn("listener did not stop cleanly", e);
            }
        }
    }
}
