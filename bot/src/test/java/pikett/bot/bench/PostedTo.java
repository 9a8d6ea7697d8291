package pikett.bot.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// Posts alerts as Prometheus does, to Alertmanager or to what answers as it. Safe for use by many threads.
///
/// @param bearer what is shown
/// @param refused how often 503 was answered, and the same sent again
record PostedTo(HttpClient client, int port, Optional<String> bearer, AtomicInteger refused) {
    private static final int LATER = 503;
    private static final Duration UP_WITHIN = Duration.ofSeconds(60);
    private static final Duration HOLDS = Duration.ofHours(1);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    static PostedTo port(int port, Optional<String> bearer) {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new PostedTo(client, port, bearer, new AtomicInteger());
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    void awaitUp() throws InterruptedException {
        long patience = System.nanoTime() + UP_WITHIN.toNanos();
        while (!listens()) {
            if (System.nanoTime() > patience) {
                throw new IllegalStateException("nothing listens on " + port);
            }
            Thread.sleep(50);
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /// Posts critical alerts, each a group of its own, and waits until they are taken.
    ///
    /// @param names of the alerts, and of their services
    /// @param chat which is to hear of them
    /// @return when the post began
    Instant post(List<String> names, String chat) throws IOException, InterruptedException {
        Instant now = Instant.now();
        String alerts =
                names.stream()
                        .map(name -> alert(name, chat, now))
                        .collect(Collectors.joining(",", "[", "]"));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v2/alerts"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(alerts));
        bearer.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        HttpRequest built = request.build();
        Instant begun = Instant.now();
        HttpResponse<String> answer = client.send(built, BodyHandlers.ofString());
        while (answer.statusCode() == LATER) {
            refused.incrementAndGet();
            Thread.sleep(AGAIN);
            answer = client.send(built, BodyHandlers.ofString());
        }
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return begun;
    }

    private static String alert(String name, String chat, Instant now) {
        return """
        {"labels": {"alertname": "%s", "service": "%s", "chat": "%s", "severity": "critical"},
         "annotations": {"summary": "Half of all payments fail"}, "startsAt": "%s", "endsAt": "%s"}
        """
                .formatted(name, name, chat, now, now.plus(HOLDS));
    }
}
