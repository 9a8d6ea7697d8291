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
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pikett.adapters.store.Store;
import pikett.adapters.store.Stores;
import pikett.bot.audit.AuditTrail;
import pikett.config.Secret;
import pikett.playground.telegram.Seat;

/// What a released version left in its database goes on in this one.
///
/// A release keeps what it leaves: `-Dpikett.keep=VERSION` writes it to `released/VERSION.sql`.
final class UpgradeStory {
    private static final Path RELEASED = Path.of("src/test/resources/released");
    private static final String KEPT_AT = "-- kept at ";
    private static final String SECRET = "the-secret-of-alertmanager";
    private static final String TARGETS =
            """
            hosts: { here: { local: true } }
            services: { api: { host: here, pm2: api } }
            """;
    private static final String SOURCES =
            "am: { type: alertmanager, bearer: %s, stale-after: 6h }".formatted(SECRET);

    private static final int MORE_THAN_SEEN = 20;

    @TempDir Path lived;
    @TempDir Path upgraded;
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void what_this_version_leaves_goes_on() throws Exception {
        String left = left();
        String version = System.getProperty("pikett.keep", "");
        if (!version.isEmpty()) {
            Files.writeString(RELEASED.resolve(version + ".sql"), left);
        }
        goesOn(left);
    }

    static List<Path> released() throws IOException {
        try (Stream<Path> files = Files.list(RELEASED)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource
    void released(Path left) throws Exception {
        goesOn(Files.readString(left));
    }

    /// An alert that somebody has taken, a silence, one that Telegram has not taken yet, and an audit.
    private String left() throws Exception {
        try (Scene scene = new Scene(lived, TARGETS, SOURCES)) {
            Seat ops = scene.inOps(scene.anna());
            post(scene, "PaymentsFail", "firing");
            scene.sees(ops, "🔴 PaymentsFail");
            ops.say("/ack 1");
            scene.sees(ops, "🔴 PaymentsFail", "✋ anna has it");
            ops.say("/silence service=blog 48h Anna rebuilds it");
            scene.sees(ops, "🔕 Silence 1");
            scene.gate.shut();
            post(scene, "DiskFull", "firing");
            await().atMost(Scene.PATIENCE).until(() -> scene.openIncidents() == 2);
            scene.app().close();
            return KEPT_AT + scene.clock.instant() + "\n" + DatabaseText.of(scene.database());
        }
    }

    private void goesOn(String left) throws Exception {
        Instant keptAt =
                Instant.parse(left.lines().findFirst().orElseThrow().substring(KEPT_AT.length()));
        try (Scene scene = new Scene(upgraded, TARGETS, SOURCES)) {
            scene.clock.jump(Duration.between(scene.clock.instant(), keptAt));
            scene.whileDown(() -> {
                load(left, scene.database());
                goBeyondWhatWasSeen(scene);
            });
            Seat ops = scene.inOps(scene.anna());
            scene.sees(ops, "🔴 DiskFull");
            ops.say("/alerts");
            scene.sees(ops, "#1", "PaymentsFail", "#2", "DiskFull");
            ops.say("/silences");
            scene.sees(ops, "Anna rebuilds it");
            post(scene, "PaymentsFail", "resolved");
            scene.sees(ops, "✅ PaymentsFail", "✋ anna has it");
            assertThat(verdict(scene)).isInstanceOf(AuditTrail.Verdict.Intact.class);
        }
    }

    /// Telegram counts its updates and messages on, a new playground from the beginning: what has a number
    /// that was seen already would be passed over.
    private static void goBeyondWhatWasSeen(Scene scene) {
        for (int number = 0; number < MORE_THAN_SEEN; number++) {
            scene.alone(scene.stranger()).say("hello");
            scene.inOps(scene.arsen()).say("hm");
        }
    }

    private static void load(String text, Path database) {
        try {
            DatabaseText.load(text, database);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AuditTrail.Verdict verdict(Scene scene) {
        try (Store store = Stores.open(new Secret("jdbc:sqlite:" + scene.database()))) {
            return new AuditTrail(store).verify();
        }
    }

    private void post(Scene scene, String name, String status) throws Exception {
        String payload =
                """
                {"version": "4", "groupKey": "g", "truncatedAlerts": 0, "status": "%2$s",
                 "groupLabels": {}, "alerts": [{"status": "%2$s",
                   "labels": {"alertname": "%1$s", "service": "%1$s", "severity": "critical"},
                   "annotations": {}, "startsAt": "2026-11-21T14:50:00Z",
                   "endsAt": "0001-01-01T00:00:00Z"}]}
                """
                        .formatted(name, status);
        URI hooks =
                URI.create(
                        "http://127.0.0.1:%d/hooks/am".formatted(scene.app().port().orElseThrow()));
        HttpRequest request =
                HttpRequest.newBuilder(hooks)
                        .header("Authorization", "Bearer " + SECRET)
                        .POST(BodyPublishers.ofString(payload))
                        .build();
        assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }
}
