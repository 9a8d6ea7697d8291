package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.playground.telegram.Seat;
import pikett.playground.telegram.message.Message;

/// Jobs call in, or do not, and people hear of it.
final class HeartbeatStory {
    private static final String BEARER = "canary-of-the-backup-7f3e5b1d";
    private static final String JOBS =
            """
            hosts: { here: { local: true } }
            services: { api: { host: here, pm2: api } }
            heartbeats:
              backup: { every: 2m, grace: 1m, severity: critical, runs-at-most: 5m }
              report: { every: 24h, grace: 1h, bearer: '%s' }
            """
                    .formatted(BEARER);

    /// Less than what counts as an absence of Pikett itself.
    private static final Duration STEP = Duration.ofSeconds(50);

    private final HttpClient http = HttpClient.newHttpClient();
    @TempDir Path folder;
    private Scene scene;
    private Seat ops;

    @BeforeEach
    void open() throws Exception {
        scene = new Scene(folder, JOBS);
        ops = scene.inOps(scene.anna());
    }

    @AfterEach
    void close() {
        scene.close();
        http.close();
    }

    @Test
    void one_that_does_not_call_is_late_until_it_calls() throws Exception {
        assertThat(call("GET", "backup", "")).isEqualTo(200);
        pass(4);

        Message card = scene.sees(ops, "🔴 backup has not called in", "critical", "no call for 3");
        ops.say("/status");
        scene.sees(ops, "🟢 api", "🔴 backup has not called in", "As of");
        ops.say("/checks");
        scene.sees(ops, "4 checks", "🔴 heartbeat:backup", "age", "heartbeat:report");

        assertThat(call("HEAD", "backup", "")).isEqualTo(200);
        Message over = scene.sees(ops, "✅ backup has called in again");
        assertThat(over.id()).isEqualTo(card.id());
        ops.say("/status");
        scene.sees(ops, "🟢 1 job called in on time");
    }

    @Test
    void one_that_fails_shows_the_end_of_what_it_said_until_it_succeeds() throws Exception {
        String said = "copying\npassword=hunter2-hunter2\n" + "x".repeat(50) + "\nno space left";
        assertThat(call("POST", "backup/fail", said)).isEqualTo(200);

        Message card =
                scene.sees(
                        ops, "🔴 backup failed", "it says itself that it failed", "no space left");
        assertThat(card.text()).doesNotContain("hunter2");

        assertThat(call("POST", "backup/start", "")).isEqualTo(200);
        assertThat(call("POST", "backup/3", "quota")).isEqualTo(200);
        // What only changes the evidence of a card waits for the next minute.
        pass(2);
        scene.sees(ops, "🔴 backup failed", "exit 3", "quota");

        assertThat(call("POST", "backup/0", "done")).isEqualTo(200);
        assertThat(scene.sees(ops, "✅ backup succeeded again").id()).isEqualTo(card.id());
    }

    @Test
    void one_that_begins_and_does_not_end_runs_too_long() throws Exception {
        assertThat(call("GET", "backup/start", "")).isEqualTo(200);
        pass(7);

        scene.sees(ops, "🔴 backup runs too long", "the run has not ended within 5");
        assertThat(scene.said(ops)).noneMatch(said -> said.text().contains("not called in"));
        assertThat(call("GET", "backup", "")).isEqualTo(200);
        scene.sees(ops, "✅ backup no longer runs too long");
    }

    @Test
    void what_failed_is_known_after_a_start_and_nobody_is_late_for_an_absence() throws Exception {
        assertThat(call("POST", "report/1", "broken", BEARER)).isEqualTo(200);
        scene.sees(ops, "🟠 report failed", "broken");

        scene.whileDown(() -> scene.clock.jump(Duration.ofHours(3)));
        pass(2);

        ops.say("/status");
        Message status = scene.sees(ops, "report failed", "called in on time");
        assertThat(status.text()).doesNotContain("backup has not");
    }

    @Test
    void who_may_not_call_learns_nothing() throws Exception {
        assertThat(call("GET", "nobody", "")).isEqualTo(404);
        assertThat(call("GET", "report", "")).isEqualTo(404);
        assertThat(call("GET", "report", "", BEARER + "x")).isEqualTo(404);
        assertThat(call("GET", "report", "", BEARER)).isEqualTo(200);
        assertThat(call("GET", "backup/256", "")).isEqualTo(404);
        assertThat(call("GET", "backup/begin", "")).isEqualTo(404);
        assertThat(call("DELETE", "backup", "")).isEqualTo(405);
    }

    @Test
    void a_page_in_a_browser_calls_for_nobody() throws Exception {
        URI uri = URI.create("http://127.0.0.1:%d/ping/backup".formatted(scene.app().port().get()));
        for (String[] header :
                new String[][] {
                    {"Origin", "http://evil.example"}, {"Sec-Fetch-Site", "cross-site"}
                }) {
            HttpRequest request = HttpRequest.newBuilder(uri).headers(header).build();
            assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(404);
        }
    }

    private int call(String method, String path, String body) throws Exception {
        return call(method, path, body, "");
    }

    private int call(String method, String path, String body, String bearer) throws Exception {
        URI uri =
                URI.create("http://127.0.0.1:%d/ping/%s".formatted(scene.app().port().get(), path));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri)
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    /// Moves the clock in steps, and lets Pikett notice each of them.
    private void pass(int steps) {
        for (int step = 0; step < steps; step++) {
            Instant before = scene.clock.instant();
            scene.clock.jump(STEP);
            await().atMost(Scene.PATIENCE)
                    .until(() -> awake().isAfter(before.plus(STEP.dividedBy(2))));
        }
    }

    private Instant awake() throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("pikett.db"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT awake_at FROM heartbeat_watch")) {
            return Instant.ofEpochMilli(row.next() ? row.getLong(1) : 0);
        }
    }
}
