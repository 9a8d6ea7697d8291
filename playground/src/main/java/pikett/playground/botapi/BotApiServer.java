package pikett.playground.botapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import pikett.playground.botapi.fault.Faults;
import pikett.playground.telegram.Cloud;

/// Serves the Bot API of a cloud's bot on 127.0.0.1. It answers from [#start] until [#close], and a
/// later server can go on with the same cloud. Safe for any thread.
public final class BotApiServer implements AutoCloseable {
    private static final int CONNECTIONS = 1_000;

    /// The selectors accept. A thread that waits to accept is interrupted when the server stops, and
    /// `ServerSocketChannel.accept` then loses, open, a connection that came in at that moment: a
    /// client that was cut off and tried again at once would wait for ever.
    private static final int NO_ACCEPTORS = 0;

    private static final int SELECTORS = 1;

    private final Server server;
    private final ServerConnector connector;
    private final Cloud cloud;
    private final BotApiSettings settings;
    private final Faults faults = new Faults();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile int port;

    private BotApiServer(Cloud cloud, BotApiSettings settings) {
        this.cloud = cloud;
        this.settings = settings;
        this.server = new Server(threads());
        this.connector = new ServerConnector(server, NO_ACCEPTORS, SELECTORS);
        connector.setHost("127.0.0.1");
        connector.setPort(settings.port());
        server.addConnector(connector);
        server.setHandler(new ApiHandler(cloud.botSide(), settings, faults, closing));
        server.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
        server.setStopTimeout(0);
    }

    /// A few platform threads move bytes; each request runs on a virtual thread.
    private static QueuedThreadPool threads() {
        QueuedThreadPool pool = new QueuedThreadPool(16);
        pool.setName("bot-api");
        pool.setDaemon(true);
        pool.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("bot-api-"));
        return pool;
    }

    /// Starts a server.
    ///
    /// @throws UncheckedIOException if the port cannot be had
    public static BotApiServer start(Cloud cloud, BotApiSettings settings) {
        BotApiServer api = new BotApiServer(cloud, settings);
        try {
            api.server.start();
            api.port = api.connector.getLocalPort();
            return api;
        } catch (IOException e) {
            api.close();
            throw new UncheckedIOException("cannot listen on 127.0.0.1:" + settings.port(), e);
        } catch (Exception e) {
            // Jetty declares every exception; all but the above are bugs.
            api.close();
            throw new IllegalStateException("the Bot API server did not start", e);
        }
    }

    /// Where it listens.
    public int port() {
        return port;
    }

    /// What a bot uses instead of `https://api.telegram.org`.
    public URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /// The bot's token.
    public String token() {
        return settings.token();
    }

    /// The faults to play.
    public Faults faults() {
        return faults;
    }

    /// Stops at once; what is under way is cut off.
    @Override
    public void close() {
        closing.countDown();
        cloud.botSide().polling().endWaiting();
        try {
            server.stop();
            // A poll may have begun to wait while the server stopped.
            cloud.botSide().polling().endWaiting();
        } catch (Exception e) {
            // Jetty declares every exception; one here means that it could not stop.
            throw new IllegalStateException("the Bot API server did not stop", e);
        }
    }
}
