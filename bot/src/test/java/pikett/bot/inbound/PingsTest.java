package pikett.bot.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.adapters.redaction.Redactor;
import pikett.adapters.store.Store;
import pikett.adapters.store.Stores;
import pikett.alerts.heartbeat.Expectation;
import pikett.alerts.heartbeat.Heard;
import pikett.alerts.heartbeat.Heartbeats;
import pikett.config.CheckTiming.Rhythm;
import pikett.config.HeartbeatConfig;
import pikett.config.InboundConfig;
import pikett.config.Secret;
import pikett.config.Severity;

final class PingsTest {
    private static final Secret OLD = new Secret("canary-of-yesterday-5b1d");
    private static final Secret NEW = new Secret("canary-of-tomorrow-7f3e");
    private static final HeartbeatConfig CONFIG =
            new HeartbeatConfig(
                    new Rhythm.Every(Duration.ofDays(1)),
                    Duration.ofHours(1),
                    Severity.CRITICAL,
                    Optional.empty(),
                    List.of(OLD, NEW));

    private static final HeartbeatConfig OPEN =
            new HeartbeatConfig(
                    CONFIG.rhythm(),
                    CONFIG.grace(),
                    CONFIG.severity(),
                    CONFIG.runsAtMost(),
                    List.of());

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> looked = new CopyOnWriteArrayList<>();
    private Store store;
    private Heartbeats heartbeats;
    private Listener listener;

    @BeforeEach
    void listens(@TempDir Path folder) throws IOException {
        store = Stores.open(new Secret("jdbc:sqlite:" + folder.resolve("pikett.db")));
        heartbeats =
                new Heartbeats(
                        store,
                        List.of(new Expectation("backup", CONFIG), new Expectation("open", OPEN)));
        Pings pings =
                new Pings(
                        heartbeats,
                        Map.of("backup", CONFIG, "open", OPEN),
                        looked::add,
                        Redactor.of(List.of(OLD))::redact,
                        InstantSource.system());
        listener = Listener.start(new InboundConfig("127.0.0.1", 0), List.of(pings.route()));
    }

    @AfterEach
    void stops() {
        listener.close();
        store.close();
        client.close();
    }

    @Test
    void a_call_that_is_not_kept_is_not_taken() throws Exception {
        store.close();

        assertThat(call("backup", OLD, "")).isEqualTo(503);
        assertThat(looked).isEmpty();
    }

    @Test
    void each_of_two_bearers_counts() throws Exception {
        assertThat(call("backup", OLD, "")).isEqualTo(200);
        assertThat(call("backup", NEW, "")).isEqualTo(200);
        assertThat(call("backup", new Secret(NEW.reveal() + " "), "")).isEqualTo(200);
        assertThat(call("backup", new Secret("canary-of-tomorrow-7f3f"), "")).isEqualTo(404);
        assertThat(looked).containsExactly("backup", "backup", "backup");
    }

    @Test
    void the_end_of_a_long_text_is_kept_and_no_half_of_a_secret() throws Exception {
        String text = "x".repeat(300_000) + "\n" + OLD.reveal() + " " + "y".repeat(10_230);

        assertThat(call("backup/7", OLD, text)).isEqualTo(200);

        Heard.Failure failure = heartbeats.heard("backup").flatMap(Heard::failing).orElseThrow();
        assertThat(failure.exit()).contains(7);
        assertThat(failure.tail())
                .endsWith("yyy")
                .hasSize(10 * 1024)
                .doesNotContain("5b1d", "canary");
    }

    @Test
    void without_a_bearer_this_machine_must_be_called_by_its_own_name() throws Exception {
        for (String name : List.of("127.0.0.1", "localhost", "[::1]:9095")) {
            assertThat(answer(name)).as(name).startsWith("HTTP/1.1 200");
        }
        for (String name : List.of("x.evil.example:9095", "localhost.evil.example")) {
            assertThat(answer(name)).as(name).startsWith("HTTP/1.1 404");
        }
    }

    /// What a browser sends for a picture on a page whose name leads here.
    private String answer(String host) throws IOException {
        try (Sender browser = new Sender(listener.port())) {
            return browser.send(
                            "GET /ping/open HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                                    .formatted(host))
                    .heard();
        }
    }

    @Test
    void a_text_of_more_than_a_mebibyte_is_too_much() throws Exception {
        assertThat(call("backup/7", OLD, "x".repeat(1024 * 1024 + 1))).isEqualTo(413);
    }

    private int call(String path, Secret bearer, String body) throws Exception {
        URI uri = URI.create("http://127.0.0.1:%d/ping/%s".formatted(listener.port(), path));
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer " + bearer.reveal())
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }
}
