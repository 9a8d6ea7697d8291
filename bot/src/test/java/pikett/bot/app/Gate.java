package pikett.bot.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Stands before a server and lets everything through, until it is shut: then connections are refused, as
/// where nobody listens.
final class Gate implements AutoCloseable {
    private final InetSocketAddress behind;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final int port;
    private ServerSocket door;

    Gate(URI server) throws IOException {
        this.behind = new InetSocketAddress(server.getHost(), server.getPort());
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.port = door.getLocalPort();
        listen(door);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// Cuts what goes on, and refuses what comes.
    synchronized void shut() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }

    /// Cuts what goes on.
    void cut() {
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException _) {
                // Cut already.
            }
        }
    }

    /// Lets everything through again.
    synchronized void reopen() {
        try {
            door = new ServerSocket();
            door.setReuseAddress(true);
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listen(door);
    }

    private void listen(ServerSocket listening) {
        Thread.ofVirtual()
                .start(() -> {
                    while (!listening.isClosed()) {
                        try {
                            relay(listening, listening.accept());
                        } catch (IOException _) {
                            // Shut.
                        }
                    }
                });
    }

    private void relay(ServerSocket listening, Socket client) throws IOException {
        Socket server = new Socket();
        server.connect(behind);
        open.addAll(List.of(client, server));
        if (listening.isClosed()) {
            // Shut since this one was let in: whoever cut the others may not have seen it.
            client.close();
            server.close();
        }
        Thread.ofVirtual().start(() -> pour(client, server));
        Thread.ofVirtual().start(() -> pour(server, client));
    }

    private void pour(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException _) {
            // One of them is gone, and so is the other.
        }
        open.removeAll(List.of(from, to));
    }

    @Override
    public void close() {
        shut();
    }
}
