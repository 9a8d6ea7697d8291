package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.playground.telegram.Seat;

/// Whoever looks after Pikett sees how it is.
final class MetricsStory {
    private static final Path CONFIG = Path.of("..", "config");
    private static final Pattern NAME = Pattern.compile("\\bpikett_[a-z_]+\\b");
    private static final String TARGETS =
            """
            hosts:
              here: { local: true }
              far: { ssh: 'nobody@127.0.0.1:1', agent: true, host-key: 'SHA256:%s' }
            services: { api: { host: here, pm2: api } }
            """
                    .formatted("A".repeat(43));

    private static final String ALERT =
            """
            {"version": "4", "groupKey": "g", "truncatedAlerts": 0, "status": "firing", "groupLabels": {},
             "alerts": [{"status": "firing", "labels": {"alertname": "Fails", "severity": "critical"},
               "annotations": {}, "startsAt": "2026-11-21T14:50:00Z", "endsAt": "0001-01-01T00:00:00Z"}]}
            """;

    @TempDir Path folder;
    private final HttpClient client = HttpClient.newHttpClient();
    private Scene scene;

    @BeforeEach
    void open() throws IOException {
        scene = new Scene(folder, TARGETS, "am: { type: alertmanager, bearer: the-secret-of-am }");
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private String scrape() {
        try {
            return client.send(
                            HttpRequest.newBuilder(page("/metrics")).build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI page(String path) {
        return URI.create("http://127.0.0.1:" + scene.app().port().orElseThrow() + path);
    }

    private static Set<String> named(String file) throws IOException {
        return NAME.matcher(Files.readString(CONFIG.resolve(file)))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> served(String scrape) {
        return scrape.lines()
                .filter(line -> line.startsWith("pikett_"))
                .map(line -> line.split("[ {]", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void what_the_dashboard_and_the_alerts_ask_for_is_served() throws Exception {
        Seat anna = scene.alone(scene.anna());
        anna.say("/status");
        scene.sees(anna, "As of");
        client.send(
                HttpRequest.newBuilder(page("/hooks/am"))
                        .POST(BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.discarding());

        Set<String> asked = new TreeSet<>(named("grafana-dashboard.json"));
        assertThat(asked).hasSizeGreaterThan(20);
        asked.addAll(named("prometheus-rules.yaml"));
        await().atMost(Scene.PATIENCE)
                .untilAsserted(() -> assertThat(served(scrape())).containsAll(asked));
    }

    @Test
    void it_is_told_by_names_and_kinds_alone() {
        Seat anna = scene.alone(scene.anna());
        anna.say("/status");
        scene.sees(anna, "As of");
        Seat ops = scene.inOps(scene.anna());
        ops.say("/checks");
        scene.sees(ops, "api");
        scene.alone(scene.stranger()).say("/status");

        await().atMost(Scene.PATIENCE)
                .untilAsserted(() ->
                        assertThat(scrape())
                                .contains(
                                        "pikett_outbox_waiting_age_seconds{chat=\"ops\"} 0.0",
                                        "pikett_outbox_waiting_age_seconds{chat=\"private\"} 0.0",
                                        "pikett_outbox_waiting_age_seconds{chat=\"other\"} 0.0",
                                        "pikett_command_seconds_count{command=\"status\",outcome=\"answered\"} 1",
                                        "pikett_requests_total{verdict=\"allowed\"} 2.0",
                                        "pikett_requests_total{verdict=\"stranger\"} 1.0",
                                        "pikett_send_seconds_count{channel=\"telegram\",outcome=\"sent\"}",
                                        "pikett_telegram_polls_total{outcome=\"answered\"}",
                                        "pikett_checks_by_outcome{outcome=\"unknown\"}",
                                        "pikett_check_looks_total{result=\"begun\"}",
                                        "pikett_ssh_logins_paused{host=\"far\"} 0.0",
                                        "pikett_store_seconds_count{kind=\"write\",outcome=\"done\"}",
                                        "pikett_store_in_use{kind=\"read\"}")
                                .containsPattern("pikett_store_bytes [1-9]"));
        assertThat(scrape())
                .doesNotContain(
                        Long.toString(scene.anna().id().value()),
                        Long.toString(Math.abs(ops.chat().id().value())),
                        "anna",
                        "Anna");
    }

    @Test
    void what_waits_is_told_by_its_chat() throws Exception {
        scene.gate.shut();
        HttpRequest alert =
                HttpRequest.newBuilder(page("/hooks/am"))
                        .header("Authorization", "Bearer the-secret-of-am")
                        .POST(BodyPublishers.ofString(ALERT))
                        .build();
        assertThat(client.send(alert, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        // One for each of the two chats.
        await().atMost(Scene.PATIENCE)
                .until(() -> scrape().contains("pikett_outbox_deliveries{state=\"queued\"} 2.0"));
        scene.clock.jump(Duration.ofMinutes(10));

        await().atMost(Scene.PATIENCE)
                .untilAsserted(() ->
                        assertThat(scrape())
                                .containsPattern(
                                        "pikett_outbox_waiting_age_seconds\\{chat=\"ops\"} 6\\d\\d\\.")
                                .contains("pikett_outbox_waiting_age_seconds{chat=\"private\"} 0.0")
                                .contains("outcome=\"not-sent\""));
    }

    @Test
    void every_alert_about_pikett_is_explained() throws IOException {
        String operations = Files.readString(Path.of("..", "docs", "operations.md"));
        Set<String> alerts =
                Pattern.compile("alert: (Pikett[A-Za-z]+)")
                        .matcher(Files.readString(CONFIG.resolve("prometheus-rules.yaml")))
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet());

        assertThat(alerts).hasSizeGreaterThan(10);
        assertThat(alerts).allSatisfy(alert -> assertThat(operations).contains("`" + alert + "`"));
    }
}
