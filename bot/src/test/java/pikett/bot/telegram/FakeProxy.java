package pikett.bot.telegram;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/// A proxy on 127.0.0.1 that demands a name and a password: one that speaks SOCKS5 (RFC 1928, 1929) or
/// one that speaks HTTP. Either relays to where the client wants to go.
public final class FakeProxy implements AutoCloseable {
    static final String USER = "pikett";
    static final String PASSWORD = "canary p:ss";

    /// What a client that was let in wanted to reach, as `host:port`.
    final List<String> reached = new CopyOnWriteArrayList<>();

    /// What was asked for and refused.
    final List<String> refused = new CopyOnWriteArrayList<>();

    private final ServerSocket door;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private interface Talk {
        void with(Socket client) throws IOException;
    }

    private FakeProxy(boolean socks) throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Talk talk = socks ? this::socks : this::http;
        Thread.ofVirtual().start(() -> serve(talk));
    }

    public static FakeProxy socks() throws IOException {
        return new FakeProxy(true);
    }

    public static FakeProxy http() throws IOException {
        return new FakeProxy(false);
    }

    public int port() {
        return door.getLocalPort();
    }

    private void serve(Talk talk) {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> talkTo(client, talk));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private static void talkTo(Socket client, Talk talk) {
        try (client) {
            talk.with(client);
        } catch (IOException _) {
            // The client has gone, or is not let in.
        }
    }

    private void socks(Socket client) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        OutputStream out = client.getOutputStream();
        in.readByte();
        byte[] methods = in.readNBytes(in.readUnsignedByte());
        if (!contains(methods, 2)) {
            refused.add("without a login");
            out.write(new byte[] {5, (byte) 0xFF});
            return;
        }
        out.write(new byte[] {5, 2});
        in.readByte();
        String user = text(in);
        String password = text(in);
        boolean known = user.equals(USER) && password.equals(PASSWORD);
        out.write(new byte[] {1, (byte) (known ? 0 : 1)});
        if (!known) {
            refused.add(user);
            return;
        }
        in.skipNBytes(3);
        String host =
                switch (in.readByte()) {
                    case 1 -> InetAddress.getByAddress(in.readNBytes(4)).getHostAddress();
                    case 3 -> text(in);
                    default -> throw new IOException("neither a name nor an address of IPv4");
                };
        int port = in.readUnsignedShort();
        reached.add(host + ":" + port);
        try (Socket server = connect(host, port)) {
            out.write(new byte[] {5, 0, 0, 1, 127, 0, 0, 1, 0, 0});
            relay(client, server);
        }
    }

    private void http(Socket client) throws IOException {
        InputStream in = client.getInputStream();
        for (List<String> head = head(in); !head.isEmpty(); head = head(in)) {
            String[] request = head.getFirst().split(" ", 3);
            String login =
                    Base64.getEncoder()
                            .encodeToString(
                                    (USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
            if (!head.contains("Proxy-Authorization: Basic " + login)) {
                refused.add(request[1]);
                in.skipNBytes(length(head));
                client.getOutputStream()
                        .write(
                                """
                                HTTP/1.1 407 Proxy Authentication Required\r
                                Proxy-Authenticate: Basic realm="test"\r
                                Content-Length: 0\r
                                \r
                                """
                                        .getBytes(StandardCharsets.UTF_8));
                continue;
            }
            tunnelOrForward(client, request, head);
            return;
        }
    }

    private void tunnelOrForward(Socket client, String[] request, List<String> head)
            throws IOException {
        if (request[0].equals("CONNECT")) {
            reached.add(request[1]);
            return; // nobody is there; the client sees the connection end
        }
        java.net.URI target = java.net.URI.create(request[1]);
        reached.add(target.getHost() + ":" + target.getPort());
        try (Socket server = connect(target.getHost(), target.getPort())) {
            StringBuilder forwarded = new StringBuilder();
            String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
            forwarded.append(request[0] + " " + target.getRawPath() + query + " HTTP/1.1\r\n");
            head.stream()
                    .skip(1)
                    .filter(line -> !line.startsWith("Proxy-"))
                    .forEach(line -> forwarded.append(line).append("\r\n"));
            forwarded.append("\r\n");
            server.getOutputStream().write(forwarded.toString().getBytes(StandardCharsets.UTF_8));
            relay(client, server);
        }
    }

    private static List<String> head(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b != '\n') {
                line.write(b);
                continue;
            }
            String text = line.toString(StandardCharsets.UTF_8).strip();
            line.reset();
            if (text.isEmpty()) {
                return lines;
            }
            lines.add(text);
        }
        return List.of();
    }

    private static long length(List<String> head) {
        String name = "content-length:";
        return head.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name))
                .mapToLong(line -> Long.parseLong(line.substring(name.length()).strip()))
                .findFirst()
                .orElse(0);
    }

    private Socket connect(String host, int port) throws IOException {
        Socket server = new Socket();
        open.add(server);
        server.connect(new InetSocketAddress(host, port), 2000);
        return server;
    }

    private static void relay(Socket client, Socket server) throws IOException {
        Thread back = Thread.ofVirtual().start(() -> copy(server, client));
        copy(client, server);
        try {
            back.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (SocketException _) {
            // One of the two has gone.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
    }

    private static boolean contains(byte[] bytes, int wanted) {
        for (byte each : bytes) {
            if (each == wanted) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
