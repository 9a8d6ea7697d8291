package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.playground.telegram.Seat;
import pikett.playground.telegram.message.Message;

/// Somebody else raises an alert, and people hear of it.
final class InboundStory {
    private static final String SECRET = "the-secret-of-alertmanager";
    private static final String SOURCES =
            "am: { type: alertmanager, bearer: %s, stale-after: 6h },".formatted(SECRET)
                    + " deploys: { type: json, bearer: %s, title: /title, severity: /level,"
                            .formatted(SECRET)
                    + " resolved-when: /state == 'ok', fingerprint: [/id], link: /url }";
    private static final String TARGETS =
            """
            hosts: { here: { local: true } }
            services: { api: { host: here, pm2: api } }
            """;
    private static final String PAYLOAD =
            """
            {"version": "4", "groupKey": "g", "truncatedAlerts": %d, "status": "%s",
             "groupLabels": {"service": "shop"},
             "alerts": [{"status": "%s",
               "labels": {"alertname": "PaymentsFail", "service": "shop", "severity": "critical"},
               "annotations": {"summary": "Half of all payments fail",
                 "description": "since the deploy of 14:50", "runbook_url": "https://wiki.example/pay"},
               "startsAt": "2026-11-21T14:50:00Z", "endsAt": "0001-01-01T00:00:00Z",
               "generatorURL": "javascript:alert(1)"}]}
            """;

    @TempDir Path folder;
    private final HttpClient client = HttpClient.newHttpClient();
    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        scene = new Scene(folder, TARGETS, SOURCES);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void an_alert_of_alertmanager_has_one_card_from_its_beginning_to_its_end() throws Exception {
        Seat ops = scene.inOps(scene.anna());

        assertThat(posted("am", SECRET, firing())).isEqualTo(200);

        Message card =
                scene.sees(
                        ops,
                        "🔴 PaymentsFail",
                        "shop",
                        "Half of all payments fail",
                        "since the deploy of 14:50",
                        "What to do: https://wiki.example/pay");
        assertThat(card.text()).doesNotContain("javascript");
        assertThat(posted("am", SECRET, firing())).isEqualTo(200);
        assertThat(posted("am", SECRET, PAYLOAD.formatted(0, "resolved", "resolved")))
                .isEqualTo(200);

        Message over = scene.sees(ops, "✅ PaymentsFail");
        assertThat(over.id()).isEqualTo(card.id());
        assertThat(scene.said(ops).stream().filter(said -> said.text().contains("#1")).count())
                .isEqualTo(1);
    }

    @Test
    void a_script_raises_an_alert_by_mapping_and_ends_it() throws Exception {
        Seat ops = scene.inOps(scene.anna());

        String failed =
                "{\"id\": 42, \"title\": \"Deploy of shop failed\", \"level\": \"error\","
                        + " \"state\": \"broken\", \"url\": \"https://ci.example/42\"}";
        assertThat(posted("deploys", SECRET, failed)).isEqualTo(200);
        Message card = scene.sees(ops, "🔴 Deploy of shop failed", "🔗 https://ci.example/42");
        assertThat(posted("deploys", SECRET, failed.replace("broken", "ok"))).isEqualTo(200);

        assertThat(scene.sees(ops, "✅ Deploy of shop failed").id()).isEqualTo(card.id());
    }

    /// T28, T31.
    @Test
    void who_shows_a_wrong_secret_is_turned_away_and_nobody_hears_of_it() throws Exception {
        assertThat(posted("am", "the-secret-of-somebody-else", firing())).isEqualTo(401);
        assertThat(posted("nobody", SECRET, firing())).isEqualTo(404);
        assertThat(posted("am", SECRET, "{\"alerts\": 1}")).isEqualTo(400);

        assertThat(read("/metrics"))
                .contains(
                        "pikett_inbound_payloads_total{outcome=\"unauthenticated\",source=\"am\"} 1.0")
                .contains("pikett_inbound_payloads_total{outcome=\"refused\",source=\"am\"} 1.0")
                .contains("pikett_incidents_open 0.0")
                .doesNotContain(SECRET);
    }

    /// F55.
    @Test
    void what_the_sender_leaves_out_and_what_it_forgets_is_seen() throws Exception {
        Seat ops = scene.inOps(scene.anna());

        posted("am", SECRET, PAYLOAD.formatted(7, "firing", "firing"));
        scene.sees(ops, "am has more alerts than it lists", "7 alerts are not listed");
        posted("am", SECRET, firing());
        scene.sees(
                ops,
                message ->
                        message.text().contains("PaymentsFail")
                                && !message.text().contains("not listed"));

        scene.clock.jump(Duration.ofHours(7));
        minutesPassUntil(ops, "⌛ am has not spoken of it for 7 h", true);
        posted("am", SECRET, firing());
        minutesPassUntil(ops, "⌛", false);
    }

    /// What is no news of its own is written on a card a minute later.
    private void minutesPassUntil(Seat ops, String words, boolean there) {
        await().atMost(Scene.PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    scene.clock.jump(Duration.ofMinutes(1));
                    return scene.said(ops).stream()
                                    .filter(said -> said.text().contains("Half of all payments"))
                                    .anyMatch(said -> said.text().contains(words))
                            == there;
                });
    }

    /// F20, F26: what cannot be kept is not answered as if it were; the sender comes back.
    @Test
    void while_the_database_is_away_the_sender_is_asked_to_come_back() throws Exception {
        Seat ops = scene.inOps(scene.anna());
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + scene.database());
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            HttpResponse<String> answer =
                    client.send(post("am", SECRET, firing()), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(scene.said(ops)).noneMatch(said -> said.text().contains("PaymentsFail"));
            statement.execute("ROLLBACK");
        }

        await().atMost(Scene.PATIENCE).until(() -> posted("am", SECRET, firing()) == 200);
        scene.sees(ops, "🔴 PaymentsFail");
    }

    private static String firing() {
        return PAYLOAD.formatted(0, "firing", "firing");
    }

    private int posted(String source, String secret, String payload) throws Exception {
        return client.send(post(source, secret, payload), BodyHandlers.ofString()).statusCode();
    }

    private HttpRequest post(String source, String secret, String payload) {
        return HttpRequest.newBuilder(at("/hooks/" + source))
                .header("Authorization", "Bearer " + secret)
                .POST(BodyPublishers.ofString(payload))
                .build();
    }

    private String read(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString())
                .body();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + scene.app().port().orElseThrow() + path);
    }
}
