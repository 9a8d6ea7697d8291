package pikett.bot.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// A line between two programs on this machine that can be cut, held up and slowed down, each way for
/// itself.
///
/// Safe for use by many threads; what is wished for holds for connections that are opened afterwards.
public final class TcpProxy implements AutoCloseable {
    private static final int CHUNK = 16 * 1024;

    private final ServerSocket door;
    private final int target;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Ways ways = new Ways(new Trouble.None(), new Trouble.None());

    private record Ways(Trouble out, Trouble back) {}

    /// What happens to the bytes of one way.
    public sealed interface Trouble {
        /// They pass.
        record None() implements Trouble {}

        /// So many pass, then the connection is closed, or reset.
        record CutAfter(long bytes, boolean reset) implements Trouble {}

        /// So many pass, then none; the connection stays, and the other way goes on.
        record StallAfter(long bytes) implements Trouble {}

        /// They pass, until these come at a time when it is wished for: then the connection is closed before
        /// them. They must not be torn apart on the way, which short answers are not.
        record CutBefore(String bytes, BooleanSupplier wished) implements Trouble {}

        /// They pass at this pace.
        record Slow(int bytesPerSecond) implements Trouble {}
    }

    /// @param target the port on 127.0.0.1 that is connected to
    public TcpProxy(int target) throws IOException {
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.target = target;
        Thread.ofVirtual().name("tcp-proxy").start(this::serve);
    }

    public int port() {
        return door.getLocalPort();
    }

    /// From now on connections have these troubles.
    ///
    /// @param out from whoever connects
    /// @param back to them
    public void trouble(Trouble out, Trouble back) {
        ways = new Ways(out, back);
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException e) {
                // The door was closed, or nobody listens behind it: the caller sees the end of the
                // line.
            }
        }
    }

    private void connect(Socket near) throws IOException {
        open.add(near);
        Socket far;
        try {
            far = new Socket(InetAddress.getLoopbackAddress(), target);
        } catch (IOException e) {
            near.close();
            throw e;
        }
        open.add(far);
        Ways now = ways;
        Thread.ofVirtual().start(() -> relay(near, far, now.out()));
        Thread.ofVirtual().start(() -> relay(far, near, now.back()));
    }

    private void relay(Socket from, Socket to, Trouble trouble) {
        try {
            pass(from.getInputStream(), to.getOutputStream(), trouble);
            to.shutdownOutput();
        } catch (IOException e) {
            close(from);
            close(to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (CutException cut) {
            end(from, cut.reset);
            end(to, cut.reset);
        }
    }

    private void pass(InputStream from, OutputStream to, Trouble trouble)
            throws IOException, InterruptedException, CutException {
        byte[] chunk = new byte[CHUNK];
        long passed = 0;
        while (true) {
            long room = room(trouble, passed);
            if (room == 0) {
                stop(trouble);
            }
            int length = from.read(chunk, 0, (int) Math.min(room, CHUNK));
            if (length < 0) {
                return;
            }
            if (trouble instanceof Trouble.CutBefore(String bytes, BooleanSupplier wished)
                    && wished.getAsBoolean()
                    && new String(chunk, 0, length, StandardCharsets.ISO_8859_1).contains(bytes)) {
                throw new CutException(false);
            }
            to.write(chunk, 0, length);
            to.flush();
            passed += length;
        }
    }

    /// How many bytes may pass now; waits for the pace.
    private long room(Trouble trouble, long passed) throws InterruptedException {
        return switch (trouble) {
            case Trouble.None _, Trouble.CutBefore _ -> CHUNK;
            case Trouble.CutAfter(long bytes, boolean _) -> bytes - passed;
            case Trouble.StallAfter(long bytes) -> bytes - passed;
            case Trouble.Slow(int bytesPerSecond) -> {
                closed.await(
                        Duration.ofSeconds(1).toNanos() / bytesPerSecond, TimeUnit.NANOSECONDS);
                yield 1;
            }
        };
    }

    /// No more bytes pass.
    private void stop(Trouble trouble) throws CutException, InterruptedException {
        if (trouble instanceof Trouble.StallAfter) {
            closed.await();
        }
        throw new CutException(trouble instanceof Trouble.CutAfter(long _, boolean reset) && reset);
    }

    /// The end of a line that was to be cut here.
    private static final class CutException extends Exception {
        private static final long serialVersionUID = 1;
        final boolean reset;

        CutException(boolean reset) {
            super(null, null, false, false);
            this.reset = reset;
        }
    }

    private static void end(Socket socket, boolean reset) {
        try {
            if (reset) {
                socket.setSoLinger(true, 0);
            }
        } catch (IOException e) {
            // It is closed already.
        }
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        door.close();
        open.forEach(TcpProxy::close);
    }
}
