package pikett.bot.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program can write nothing any more (F20), or stands still for a minute: what it accepted is there
/// afterwards, nothing is done late or twice, and nobody has to start it again.
@Tag("real")
class RealStandstillTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// A command counts for a minute.
    private static final Duration FROZEN = Duration.ofSeconds(65);

    private static final Pattern NAME = Pattern.compile("\"alertname\":\"([^\"]+)\"");
    private static final int MANY = 2_000;
    private static final long A_LITTLE = 64 * 1024;

    @TempDir Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = Programs.freePort();
    private final List<String> accepted = new ArrayList<>();
    private Path journal = Path.of("journal");
    private Site site;

    @BeforeEach
    void open() throws IOException {
        journal = folder.resolve("journal");
        site =
                new Site(
                        folder,
                        """
                        hosts: { here: { local: true } }
                        services:
                          calm: { host: here, commands: { status: [sleep, '0.5'], restart: ['true'], logs: ['true'] } }
                        check-defaults: { every: 2s, for: 0s }
                        host-checks: { critical-when: [unreachable], warning-when: [] }
                        runbooks:
                          mark:
                            title: { en: Make a mark }
                            role: operator
                            confirm: false
                            steps: [{ run: [sh, -c, 'echo mark >> "$0"', '%s'], on: here, timeout: 30s }]
                        notify: { group-by: [service], group-wait: 1s }
                        """
                                .formatted(journal),
                        SiteTerms.PLAIN.listening(
                                port,
                                "sources: { scripts: { type: pikett, bearer: '%s', at-most: 100000 in 1m } }"
                                        .formatted(Canary.SCRIPT_BEARER.value())));
        await().atMost(PATIENCE).until(() -> Programs.listens(port));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private HttpRequest alert(String id) {
        String body =
                """
                {"status": "firing", "id": "%s", "title": "%s", "text": "%s", "labels": {"service": "bulk"}}
                """
                        .formatted(id, id, id.repeat(200));
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/hooks/scripts".formatted(port)))
                .header("Authorization", "Bearer " + Canary.SCRIPT_BEARER.value())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private int post(String id) throws IOException, InterruptedException {
        int status = http.send(alert(id), HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status == 200) {
            accepted.add(id);
        }
        return status;
    }

    private int ready() throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                "http://127.0.0.1:%d/health/ready".formatted(port)))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /// How large a file of the program may become; the system refuses what is beyond.
    private void mayWrite(String bytes) {
        Programs.output(
                "prlimit", "--pid", Long.toString(site.pid()), "--fsize=" + bytes + ":unlimited");
    }

    /// The ids of all alerts in the database.
    private Set<String> kept() throws SQLException {
        Set<String> ids = new HashSet<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + site.database());
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT labels FROM alerts WHERE source = 'scripts'")) {
            while (rows.next()) {
                Matcher name = NAME.matcher(rows.getString(1));
                assertThat(name.find()).as(rows.getString(1)).isTrue();
                ids.add(name.group(1));
            }
        }
        return ids;
    }

    @Test
    void while_the_disk_takes_nothing_senders_are_told_and_afterwards_all_goes_on()
            throws Exception {
        Phone anna = site.phone(site.cast().anna());
        assertThat(post("before")).isEqualTo(200);
        Path log = site.database().resolveSibling("pikett.db-wal");
        mayWrite(Long.toString(Math.max(size(site.database()), size(log)) + A_LITTLE));
        int status = 200;
        for (int n = 0; n < MANY && status == 200; n++) {
            status = post("bulk-" + n);
        }
        assertThat(status).isEqualTo(503);
        await().atMost(PATIENCE).until(() -> ready() == 503);
        anna.say("/recover mark");
        assertThat(post("while")).isEqualTo(503);
        assertThat(journal).as("no record, no run").doesNotExist();

        mayWrite("unlimited");
        await().atMost(Duration.ofSeconds(10)).until(() -> post("after") == 200);
        await().atMost(PATIENCE).until(() -> ready() == 200);
        await().atMost(PATIENCE).until(() -> Files.exists(journal));
        anna.ask("/status", "calm", "As of");
        assertThat(Files.readAllLines(journal)).as("once").hasSize(1);
        assertThat(site.stop()).isZero();
        assertThat(kept()).containsAll(accepted);
    }

    @Test
    void who_was_frozen_for_a_minute_does_nothing_late_and_raises_no_false_alarm()
            throws Exception {
        Phone anna = site.phone(site.cast().anna());
        anna.ask("/status", "🟢 calm", "As of");
        Said said = new Said(site.cloud(), site.cast().ops().id());
        String pid = Long.toString(site.pid());
        Programs.output("kill", "-STOP", pid);
        CompletableFuture<HttpResponse<Void>> sender;
        try {
            anna.say("/recover mark");
            sender = http.sendAsync(alert("frozen"), HttpResponse.BodyHandlers.discarding());
            await().pollDelay(FROZEN).atMost(FROZEN.multipliedBy(2)).until(() -> true);
            assertThat(sender.isDone()).as("nobody is there to answer").isFalse();
        } finally {
            Programs.output("kill", "-CONT", pid);
        }

        assertThat(sender.get().statusCode()).isEqualTo(200);
        site.inGroup(site.cast().anna()).sees("frozen");
        anna.ask("/status", "🟢 calm", "As of");
        assertThat(journal).as("a minute later nobody wants it any more").doesNotExist();
        await().during(Duration.ofSeconds(10))
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(said.heads())
                                .allSatisfy(heads ->
                                        assertThat(heads)
                                                .allMatch(head -> head.contains("frozen"))));
    }
}
