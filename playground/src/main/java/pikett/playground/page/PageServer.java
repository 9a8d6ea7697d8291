package pikett.playground.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// Serves the page on 127.0.0.1, from [#start] until [#close].
public final class PageServer implements AutoCloseable {
    private static final int CONNECTIONS = 200;

    private final Server server;
    private final ServerConnector connector;
    private final CountDownLatch closing = new CountDownLatch(1);

    private PageServer(Stage stage, int port) {
        QueuedThreadPool threads = new QueuedThreadPool(16);
        threads.setName("page");
        threads.setDaemon(true);
        threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("page-"));
        this.server = new Server(threads);
        this.connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(new PageHandler(stage, closing));
        server.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
        server.setStopTimeout(0);
    }

    /// Starts to serve.
    ///
    /// @param port 0 lets the system choose
    /// @throws UncheckedIOException if the port cannot be had
    public static PageServer start(Stage stage, int port) {
        PageServer page = new PageServer(stage, port);
        try {
            page.server.start();
            return page;
        } catch (IOException taken) {
            page.close();
            throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port, taken);
        } catch (Exception e) {
            // Jetty declares every exception; all but the above are bugs.
            page.close();
            throw new IllegalStateException("the page did not start", e);
        }
    }

    /// Where to point a browser.
    public URI address() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
    }

    /// Stops at once; pages that are open see the line break.
    @Override
    public void close() {
        closing.countDown();
        try {
            server.stop();
        } catch (Exception e) {
            // Jetty declares every exception; one here means that it could not stop.
            throw new IllegalStateException("the page did not stop", e);
        }
    }
}
