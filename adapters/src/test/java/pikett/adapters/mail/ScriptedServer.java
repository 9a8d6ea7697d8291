package pikett.adapters.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// A mail server that does not behave: it says its lines in turn, one for each that it hears (the text of
/// a message counts as one), and then hangs up or falls silent.
final class ScriptedServer implements AutoCloseable {
    final List<String> heard = new CopyOnWriteArrayList<>();

    private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final CountDownLatch closed = new CountDownLatch(1);
    private final boolean hangsUp;
    private final List<String> lines;

    ScriptedServer(boolean hangsUp, String... lines) throws IOException {
        this.hangsUp = hangsUp;
        this.lines = List.of(lines);
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    private void serve() {
        try (Socket socket = door.accept()) {
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            boolean text = false;
            for (String line : lines) {
                socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
                text = line.startsWith("354");
                hear(in, text);
            }
            if (!hangsUp) {
                closed.await();
            }
        } catch (IOException | InterruptedException _) {
            // The client is gone, or the test is over.
        }
    }

    private void hear(BufferedReader in, boolean text) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            if (!text || line.equals(".")) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        door.close();
    }
}
