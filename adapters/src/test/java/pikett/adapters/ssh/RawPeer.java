package pikett.adapters.ssh;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// A peer that speaks TCP and only what a test tells it to.
final class RawPeer implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final AtomicInteger accepted = new AtomicInteger();

    /// What is done with a connection, in a thread of its own.
    interface Behaviour {
        void meet(Socket socket, int number) throws IOException;
    }

    RawPeer(Behaviour behaviour) throws IOException {
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        while (true) {
                            Socket socket = server.accept();
                            open.add(socket);
                            int number = accepted.incrementAndGet();
                            Thread.ofVirtual().start(() -> meet(behaviour, socket, number));
                        }
                    } catch (IOException closed) {
                        // The test is over.
                    }
                });
    }

    private static void meet(Behaviour behaviour, Socket socket, int number) {
        try {
            behaviour.meet(socket, number);
        } catch (IOException gone) {
            // The other side has gone.
        }
    }

    /// Drops so many connections and passes the others on, as a busy server does.
    static RawPeer dropping(int count, int port) throws IOException {
        return new RawPeer((socket, number) -> {
            if (number <= count) {
                socket.setSoLinger(true, 0);
                socket.close();
                return;
            }
            Socket real = new Socket(InetAddress.getLoopbackAddress(), port);
            Thread.ofVirtual()
                    .start(() ->
                            meet(
                                    (from, _) -> {
                                        from.getInputStream().transferTo(socket.getOutputStream());
                                        socket.close();
                                    },
                                    real,
                                    number));
            socket.getInputStream().transferTo(real.getOutputStream());
            real.close();
        });
    }

    int port() {
        return server.getLocalPort();
    }

    int accepted() {
        return accepted.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
