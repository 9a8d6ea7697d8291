package pikett.bot.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/// Many pages on one server, which are all well or all broken.
final class WebFarm implements AutoCloseable {
    private static final int BACKLOG = 1024;

    private final HttpServer server;
    private final Map<String, Queue<Instant>> asked = new ConcurrentHashMap<>();
    private volatile int status = 200;

    WebFarm() throws IOException {
        this.server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    asked.computeIfAbsent(
                                    exchange.getRequestURI().getPath().substring(1),
                                    _ -> new ConcurrentLinkedQueue<>())
                            .add(Instant.now());
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /// From now on every page answers with this status.
    void answer(int newStatus) {
        status = newStatus;
    }

    /// When each page was asked for, by its name.
    Map<String, Queue<Instant>> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
