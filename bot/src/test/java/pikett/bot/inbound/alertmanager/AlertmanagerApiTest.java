package pikett.bot.inbound.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.adapters.store.Store;
import pikett.adapters.store.StoreUnavailableException;
import pikett.adapters.store.Stores;
import pikett.alerts.inbound.Statement;
import pikett.alerts.incident.Chat;
import pikett.alerts.label.Labels;
import pikett.alerts.label.Matcher;
import pikett.alerts.label.Matchers;
import pikett.alerts.mute.Dependencies;
import pikett.alerts.mute.Inhibition;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Rate;
import pikett.alerts.outbox.SqlOutbox;
import pikett.alerts.pipeline.AlertBoard;
import pikett.alerts.pipeline.NotifyRules;
import pikett.alerts.pipeline.Pipeline;
import pikett.alerts.pipeline.Round;
import pikett.alerts.pipeline.Silences;
import pikett.alerts.pipeline.SourceDesk;
import pikett.alerts.route.Route;
import pikett.alerts.route.Routes;
import pikett.bot.audit.AuditLog;
import pikett.bot.audit.AuditedActs;
import pikett.bot.inbound.Intake;
import pikett.bot.inbound.Listener;
import pikett.bot.inbound.Source;
import pikett.config.Frequency;
import pikett.config.InboundConfig;
import pikett.config.Secret;
import pikett.config.SourceConfig;
import pikett.config.SourceConfig.Credentials;
import pikett.config.SourceConfig.Payload;

final class AlertmanagerApiTest {
    private static final String SECRET = "the-secret-of-alertmanager";
    private static final int AT_MOST = 5;
    private static final Instant NOW = Instant.parse("2026-11-21T15:00:00Z");
    private static final String CAUSE =
            "{\"labels\": {\"alertname\": \"HostUnreachable\", \"host\": \"prod-1\", \"severity\": \"critical\"}}";
    private static final String EFFECT =
            "{\"labels\": {\"alertname\": \"Slow\", \"host\": \"prod-1\", \"service\": \"shop\", \"severity\": \"warning\"},"
                    + " \"annotations\": {\"summary\": \"password hunter2\"}}";

    @TempDir Path folder;
    private final HttpClient client = HttpClient.newHttpClient();
    private Store store;
    private Listener listener;
    private volatile boolean storeIsAway;

    @BeforeEach
    void listens() throws IOException {
        store = Stores.open(new Secret("jdbc:sqlite:" + folder.resolve("pikett.db")));
        Round round =
                new Round(
                        new SqlOutbox(store, () -> NOW),
                        AlertmanagerApiTest::rules,
                        _ -> new Rate(1000, Duration.ofMinutes(1)),
                        () -> NOW);
        SourceDesk desk = new SourceDesk(store, round, new Pipeline(store, round));
        AlertmanagerApi.Ways ways =
                new AlertmanagerApi.Ways(
                        new AlertBoard(store, round),
                        new Silences(store, round),
                        new Intake(
                                statements -> keep(desk, statements),
                                AlertmanagerApiTest::redacted,
                                () -> NOW),
                        new AuditedActs(
                                store, new AuditLog(() -> NOW, AlertmanagerApiTest::redacted)),
                        () -> "correlation",
                        AlertmanagerApiTest::redacted,
                        () -> NOW);
        listener =
                Listener.start(
                        new InboundConfig("127.0.0.1", 0),
                        List.of(AlertmanagerApi.route(List.of(source()), ways).orElseThrow()));
    }

    private void keep(SourceDesk desk, List<Statement> statements) {
        if (storeIsAway) {
            throw new StoreUnavailableException("disk full", new IOException("no space"));
        }
        desk.accept(statements);
    }

    private static String redacted(String text) {
        return text.replace("hunter2", "***");
    }

    private static Source source() {
        return Source.of(
                "am",
                new SourceConfig(
                        new Payload.Alertmanager(),
                        new Credentials.Bearer(List.of(new Secret(SECRET))),
                        2_000,
                        new Frequency(AT_MOST, Duration.ofMinutes(1)),
                        Duration.ofHours(24)),
                AlertmanagerApiTest::redacted,
                () -> NOW);
    }

    private static NotifyRules rules() {
        Destination ops = new Destination("telegram", "-1");
        return new NotifyRules(
                List.of("service", "host"),
                Duration.ZERO,
                Duration.ofHours(2),
                new Routes(
                        List.of(),
                        new Route("all", Matchers.ANY, List.of("ops"), Optional.empty(), false)),
                Map.of(),
                List.of(
                        new Inhibition(
                                Matchers.of(Matcher.equal(Labels.ALERT_NAME, "HostUnreachable")),
                                Matchers.of(Matcher.equal(Labels.ALERT_NAME, "Slow")),
                                List.of(Labels.HOST))),
                new Dependencies(Map.of()),
                Map.of("ops", new Chat("ops", ops, Optional.empty())),
                List.of(),
                Map.of(),
                Optional.empty());
    }

    @AfterEach
    void stops() {
        listener.close();
        store.close();
    }

    @Test
    void what_another_alert_hides_is_told_with_that_alert() throws Exception {
        assertThat(posted("alerts", "[" + CAUSE + "," + EFFECT + "]").statusCode()).isEqualTo(200);

        String hidden = got("alerts?active=false").body();
        assertThat(hidden)
                .contains("\"alertname\":\"Slow\"", "\"state\":\"suppressed\"")
                .doesNotContain("\"alertname\":\"HostUnreachable\"")
                .containsPattern("\"inhibitedBy\":\\[\"[0-9a-f]{32}\"]")
                .contains("\"summary\":\"password ***\"");
        assertThat(got("alerts?inhibited=false").body())
                .contains("HostUnreachable")
                .doesNotContain("Slow");
    }

    @Test
    void filters_are_those_of_alertmanager() throws Exception {
        posted("alerts", "[" + CAUSE + "," + EFFECT + "]");

        assertThat(got("alerts?filter=service%3Dshop").body())
                .contains("Slow")
                .doesNotContain("HostUnreachable");
        assertThat(got("alerts?filter=service%3D%22%22&filter=host%3D~%22prod.*%22").body())
                .contains("HostUnreachable")
                .doesNotContain("Slow");
        assertThat(got("alerts?receiver=op").body()).isEqualTo("[]\n");
        assertThat(got("alerts?receiver=op.*").body()).contains("Slow");
        assertThat(got("alerts?receiver=%5B").statusCode()).isEqualTo(400);
    }

    @Test
    void a_filter_or_a_truth_value_that_is_none_is_refused() throws Exception {
        assertThat(got("alerts?filter=foo").statusCode()).isEqualTo(400);
        assertThat(got("alerts?filter=foo").body()).isEqualTo("\"bad matcher format: foo\"\n");
        assertThat(got("alerts?active=maybe").body())
                .isEqualTo("\"active must be true or false\"\n");
    }

    @Test
    void what_is_not_kept_is_not_answered_as_if_it_were() throws Exception {
        storeIsAway = true;

        HttpResponse<String> answer = posted("alerts", "[" + CAUSE + "]");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void who_reads_too_often_is_told_so_and_is_still_heard() throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int index = 0; index <= AT_MOST; index++) {
            statuses.add(got("status").statusCode());
        }
        assertThat(statuses).startsWith(200, 200, 200, 200, 200).endsWith(503);
        for (int index = 0; index < AT_MOST; index++) {
            assertThat(posted("alerts", "[]").statusCode()).isEqualTo(200);
        }
        assertThat(posted("alerts", "[]").statusCode()).isEqualTo(503);
    }

    @Test
    void only_json_of_a_bounded_length_is_taken() throws Exception {
        HttpRequest.Builder form =
                request("silences")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("{}"));
        assertThat(sent(form).statusCode()).isEqualTo(415);
        assertThat(posted("alerts", "[" + " ".repeat(2_000)).statusCode()).isEqualTo(413);
        assertThat(posted("silences", "{").statusCode()).isEqualTo(400);
    }

    @Test
    void a_silence_takes_the_place_of_another_one() throws Exception {
        String wish =
                "{%s\"matchers\": [{\"name\": \"a\", \"value\": \"hunter\"}], \"endsAt\": \"2026-11-21T17:00:00Z\","
                        + " \"createdBy\": \"anna\", \"comment\": \"hunter2\"}";
        assertThat(posted("silences", wish.formatted("")).body())
                .isEqualTo("{\"silenceID\":\"1\"}\n");
        assertThat(posted("silences", wish.formatted("\"id\": \"1\", ")).body())
                .isEqualTo("{\"silenceID\":\"2\"}\n");
        assertThat(posted("silences", wish.formatted("\"id\": \"9\", ")).statusCode())
                .isEqualTo(404);

        assertThat(got("silence/1").body()).contains("\"state\":\"expired\"");
        assertThat(got("silence/2").body())
                .contains(
                        "\"state\":\"active\"",
                        "\"createdBy\":\"anna (am)\"",
                        "\"comment\":\"***\"",
                        "\"startsAt\":\"2026-11-21T15:00:00.000Z\"",
                        "\"endsAt\":\"2026-11-21T17:00:00.000Z\"");
        assertThat(got("silences?filter=a%3Db").body()).isEqualTo("[]\n");
    }

    @Test
    void a_silence_that_begins_later_is_pending() throws Exception {
        String wish =
                "{\"matchers\": [{\"name\": \"a\", \"value\": \"b\"}], \"startsAt\": \"2026-11-21T16:00:00Z\", \"endsAt\": \"%s\"}";
        assertThat(posted("silences", wish.formatted("2026-11-21T17:00:00Z")).statusCode())
                .isEqualTo(200);
        assertThat(got("silence/1").body())
                .contains(
                        "\"state\":\"pending\"",
                        "\"startsAt\":\"2026-11-21T16:00:00.000Z\"",
                        "\"updatedAt\":\"2026-11-21T15:00:00.000Z\"");
        assertThat(sent(request("silence/1").DELETE()).statusCode()).isEqualTo(200);
        assertThat(got("silence/1").body())
                .contains(
                        "\"state\":\"expired\"",
                        "\"startsAt\":\"2026-11-21T15:00:00.000Z\"",
                        "\"endsAt\":\"2026-11-21T15:00:00.000Z\"");
        assertThat(posted("silences", wish.formatted("2026-11-21T16:00:00Z")).body())
                .contains("start time must be before end time");
    }

    private HttpResponse<String> got(String path) throws Exception {
        return sent(request(path).GET());
    }

    private HttpResponse<String> posted(String path, String body) throws Exception {
        return sent(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + listener.port() + "/api/v2/" + path))
                .header("Authorization", "Bearer " + SECRET);
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
