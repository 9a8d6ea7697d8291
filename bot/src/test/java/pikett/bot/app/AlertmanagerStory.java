package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.playground.telegram.Seat;
import pikett.playground.telegram.message.Message;

/// Pikett is the Alertmanager of a small team: alerts are posted, listed and silenced at `/api/v2`.
final class AlertmanagerStory {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "the-secret-of-alertmanager";
    private static final String SOURCES =
            "am: { type: alertmanager, bearer: %s },".formatted(SECRET)
                    + " other: { type: grafana, bearer: the-secret-of-grafana }";
    private static final String TARGETS =
            """
            hosts: { here: { local: true } }
            services: { api: { host: here, pm2: api } }
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

    private Instant now() {
        return scene.clock.instant();
    }

    /// As Prometheus says it.
    private String alert(Instant began, Instant end) {
        return """
        [{"labels": {"alertname": "PaymentsFail", "service": "shop", "severity": "critical"},
          "annotations": {"summary": "Half of all payments fail"},
          "startsAt": "%s", "endsAt": "%s", "generatorURL": "http://prometheus.example/g"}]
        """
                .formatted(began, end);
    }

    @Test
    void what_prometheus_posts_is_a_card_is_listed_and_is_over_when_it_says_so() throws Exception {
        Seat ops = scene.inOps(scene.anna());
        Instant began = now().minusSeconds(60);

        assertThat(post("alerts", alert(began, now().plusSeconds(240))).statusCode())
                .isEqualTo(200);
        Message card = scene.sees(ops, "🔴 PaymentsFail", "Half of all payments fail");

        JsonNode alert = only(get("alerts"));
        assertThat(alert.path("labels").path("severity").asText()).isEqualTo("critical");
        assertThat(alert.path("annotations").path("summary").asText())
                .isEqualTo("Half of all payments fail");
        assertThat(alert.path("generatorURL").asText()).isEqualTo("http://prometheus.example/g");
        assertThat(alert.path("status").path("state").asText()).isEqualTo("active");
        assertThat(alert.path("fingerprint").asText()).isNotEmpty();
        assertThat(alert.path("receivers").path(0).path("name").asText()).isEqualTo("ops");
        for (String time : List.of("startsAt", "updatedAt", "endsAt")) {
            assertThat(Instant.parse(alert.path(time).asText())).isAfter(began.minusSeconds(1));
        }
        JsonNode group = only(get("alerts/groups?receiver=ops"));
        assertThat(group.path("labels").path("service").asText()).isEqualTo("shop");
        assertThat(group.path("alerts").path(0)).isEqualTo(alert);

        assertThat(post("alerts", alert(began, now())).statusCode()).isEqualTo(200);
        assertThat(scene.sees(ops, "✅ PaymentsFail").id()).isEqualTo(card.id());
        assertThat(get("alerts")).isEmpty();
    }

    @Test
    void what_is_repeated_goes_on_and_what_is_not_is_over_until_it_is_said_again()
            throws Exception {
        Seat ops = scene.inOps(scene.anna());
        Instant began = now();
        for (int minute = 0; minute < 8; minute++) {
            assertThat(post("alerts", alert(began, now().plusSeconds(240))).statusCode())
                    .isEqualTo(200);
            scene.clock.jump(Duration.ofSeconds(50));
        }
        Message card = scene.sees(ops, "🔴 PaymentsFail");
        assertThat(get("alerts")).hasSize(1);

        await().atMost(Scene.PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    scene.clock.jump(Duration.ofSeconds(4));
                    return get("alerts").isEmpty();
                });
        scene.sees(
                ops,
                message -> message.id() == card.id() && message.text().contains("✅ PaymentsFail"));

        assertThat(post("alerts", alert(began, now().plusSeconds(240))).statusCode())
                .isEqualTo(200);
        assertThat(get("alerts")).hasSize(1);
        post("alerts", alert(began, now()));
        assertThat(get("alerts")).isEmpty();
    }

    @Test
    void silences_are_those_of_the_chat() throws Exception {
        Seat ops = scene.inOps(scene.anna());
        post("alerts", alert(now(), now().plusSeconds(240)));
        scene.sees(ops, "🔴 PaymentsFail");

        String id = silence("me", "the shop is rebuilt").path("silenceID").asText();
        assertThat(only(get("alerts")).path("status"))
                .isEqualTo(
                        JSON.readTree(
                                "{\"inhibitedBy\": [], \"silencedBy\": [\"%s\"], \"state\": \"suppressed\"}"
                                        .formatted(id)));
        assertThat(get("alerts?silenced=false")).isEmpty();
        ops.say("/silences");
        scene.sees(ops, "service=\"shop\"", "me (am)", "the shop is rebuilt");

        ops.say("/unsilence " + id);
        await().atMost(Scene.PATIENCE).until(() -> get("alerts?silenced=false").size() == 1);
        JsonNode over = only(get("silences"));
        assertThat(over.path("status").path("state").asText()).isEqualTo("expired");
        assertThat(over.path("createdBy").asText()).isEqualTo("me (am)");
        assertThat(over.path("comment").asText()).isEqualTo("the shop is rebuilt");

        ops.say("/silence service=shop 2h Anna looks");
        await().atMost(Scene.PATIENCE).until(() -> get("alerts?silenced=false").isEmpty());
        String hers = only(get("alerts")).path("status").path("silencedBy").path(0).asText();
        assertThat(get("silence/" + hers).path("createdBy").asText()).isEqualTo("anna");
        assertThat(send(request("silence/" + hers).DELETE()).statusCode()).isEqualTo(200);
        assertThat(get("alerts?silenced=false")).hasSize(1);
        assertThat(get("silence/" + hers).path("status").path("state").asText())
                .isEqualTo("expired");
        assertThat(scene.audit())
                .contains("\"actor\":\"source am\",\"act\":\"silence\"")
                .contains("\"actor\":\"source am\",\"act\":\"unsilence\"");
    }

    @Test
    void only_the_bearer_comes_in_as_such_or_as_a_password() throws Exception {
        String right =
                Base64.getEncoder()
                        .encodeToString(("x:" + SECRET).getBytes(StandardCharsets.UTF_8));
        assertThat(status("Basic " + right)).isEqualTo(200);
        assertThat(status("Bearer " + SECRET)).isEqualTo(200);
        assertThat(
                        status(
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        "x:y".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(401);
        assertThat(status("Basic ???")).isEqualTo(401);
        assertThat(status("Bearer the-secret-of-grafana")).isEqualTo(401);
        assertThat(status("")).isEqualTo(401);
    }

    @Test
    void what_cannot_be_understood_is_said_as_alertmanager_says_it() throws Exception {
        String bad = "service=~\"sh(\"";
        HttpResponse<String> filter =
                send(
                        request("alerts?filter=" + URLEncoder.encode(bad, StandardCharsets.UTF_8))
                                .GET());
        assertThat(filter.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(filter.body()).asText()).contains("bad matcher format");
        HttpResponse<String> nothing = send(request("nothing").GET());
        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(nothing.body()).path("code").asInt()).isEqualTo(404);
        assertThat(send(request("status").DELETE()).statusCode()).isEqualTo(405);
        assertThat(post("alerts", "{\"a\": 1}").statusCode()).isEqualTo(400);
        assertThat(post("alerts", "[]").statusCode()).isEqualTo(200);
        assertThat(send(request("silence/77").DELETE()).statusCode()).isEqualTo(404);
        assertThat(get("status").path("cluster").path("status").asText()).isEqualTo("disabled");
        assertThat(get("receivers").path(0).path("name").asText()).isEqualTo("ops");
    }

    private JsonNode silence(String author, String comment) throws Exception {
        HttpResponse<String> answer =
                post(
                        "silences",
                        """
                        {"matchers": [{"name": "service", "value": "shop", "isRegex": false, "isEqual": true}],
                         "startsAt": "%s", "endsAt": "%s", "createdBy": "%s", "comment": "%s"}
                        """
                                .formatted(now(), now().plusSeconds(7_200), author, comment));
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static JsonNode only(JsonNode list) {
        assertThat(list).hasSize(1);
        return list.path(0);
    }

    private int status(String authorization) throws Exception {
        HttpRequest.Builder asked = HttpRequest.newBuilder(at("status"));
        return send(authorization.isEmpty() ? asked : asked.header("Authorization", authorization))
                .statusCode();
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = send(request(path).GET());
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + SECRET);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create(
                "http://127.0.0.1:" + scene.app().port().orElseThrow() + "/api/v2/" + path);
    }
}
