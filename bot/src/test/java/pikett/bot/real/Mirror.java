package pikett.bot.real;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The worst that can stand on the other side: it tells everybody whatever it was told in confidence.
final class Mirror implements AutoCloseable {
    private final HttpServer web;
    private final ServerSocket mail = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> posted = new CopyOnWriteArrayList<>();

    /// @param health what its health page says
    Mirror(String health) throws IOException {
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                        boolean asked = exchange.getRequestURI().getPath().equals("/health");
                        if (!asked && !body.isEmpty()) {
                            posted.add(body);
                        }
                        byte[] answer =
                                (asked
                                                ? health
                                                : exchange.getRequestURI()
                                                        + " is not for "
                                                        + exchange.getRequestHeaders().values())
                                        .getBytes(UTF_8);
                        exchange.sendResponseHeaders(asked ? 200 : 500, answer.length);
                        exchange.getResponseBody().write(answer);
                    }
                });
        web.start();
        Thread.ofVirtual().start(this::takeMail);
    }

    String at(String path) {
        return "http://127.0.0.1:%d%s".formatted(web.getAddress().getPort(), path);
    }

    int mailPort() {
        return mail.getLocalPort();
    }

    /// What was posted to it.
    List<String> posted() {
        return List.copyOf(posted);
    }

    private void takeMail() {
        while (!mail.isClosed()) {
            try {
                Socket client = mail.accept();
                Thread.ofVirtual().start(() -> refuse(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    /// No login is right, and the answer repeats it.
    private static void refuse(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8))) {
            OutputStream out = client.getOutputStream();
            out.write("220 mirror\r\n".getBytes(UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String answer =
                        line.startsWith("EHLO")
                                ? "250-mirror\r\n250 AUTH PLAIN\r\n"
                                : "535 not with " + line + "\r\n";
                out.write(answer.getBytes(UTF_8));
            }
        } catch (IOException gone) {
            // It may hang up when it likes.
        }
    }

    @Override
    public void close() throws IOException {
        web.stop(0);
        mail.close();
    }
}
