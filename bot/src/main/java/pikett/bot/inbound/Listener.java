package pikett.bot.inbound;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import pikett.config.InboundConfig;

/// Listens for HTTP. Thread-safe.
public final class Listener implements AutoCloseable {
    private static final int MAX_HEADER_BYTES = 8 * 1024;
    private static final int IDLE_MILLIS = 10_000;
    private static final int STOP_MILLIS = 2_000;

    private final Server server;
    private final ServerConnector connector;

    private Listener(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /// Starts to listen.
    ///
    /// @param pages what is served, by exact path
    /// @throws IOException saying which address could not be had
    public static Listener start(InboundConfig config, Map<String, Supplier<Page>> pages)
            throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(8, 2);
        threads.setName("inbound");
        threads.setDaemon(true);
        threads.setVirtualThreadsExecutor(
                VirtualThreads.getNamedVirtualThreadsExecutor("inbound-"));
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(false);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        ServerConnector connector =
                new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(config.address());
        connector.setPort(config.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        server.setHandler(new PageHandler(pages));
        server.setStopTimeout(STOP_MILLIS);
        Listener listener = new Listener(server, connector);
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
