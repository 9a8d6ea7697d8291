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
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.bot.chaos.TcpProxy;
import pikett.bot.chaos.TcpProxy.Trouble;
import pikett.bot.database.Postgres;
import pikett.playground.telegram.Seat;

/// F25: PostgreSQL has kept something, and its answer is lost on the way.
final class LostCommitStory {
    private static final String SECRET = "the-secret-of-alertmanager";

    /// PostgreSQL's message that a transaction is committed: `C`, its length, the tag.
    private static final String COMMITTED = "C\0\0\0\013COMMIT\0";

    private static final String FIRING =
            """
            {"version": "4", "status": "firing", "alerts": [{"status": "firing",
               "labels": {"alertname": "PaymentsFail", "service": "shop", "severity": "critical"},
               "startsAt": "2026-11-21T14:50:00Z"}]}
            """;

    @TempDir Path folder;
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void a_sender_is_asked_to_come_back_and_what_was_kept_twice_is_one_alert() throws Exception {
        String database = Postgres.emptyDatabase().reveal();
        AtomicBoolean losing = new AtomicBoolean();
        try (TcpProxy line =
                new TcpProxy(URI.create(database.substring("jdbc:".length())).getPort())) {
            line.trouble(new Trouble.None(), new Trouble.CutBefore(COMMITTED, losing::get));
            try (Scene scene = scene(through(line, database))) {
                Seat ops = scene.inOps(scene.anna());

                losing.set(true);
                assertThat(posted(scene)).isEqualTo(503);
                losing.set(false);
                assertThat(count(database, "alerts")).isEqualTo(1);

                await().atMost(Scene.PATIENCE).until(() -> posted(scene) == 200);
                scene.sees(ops, "🔴 PaymentsFail");
                assertThat(count(database, "alerts")).isEqualTo(1);
                assertThat(count(database, "incidents")).isEqualTo(1);
                assertThat(scene.said(ops))
                        .filteredOn(said -> said.text().contains("PaymentsFail"))
                        .hasSize(1);
            }
        }
    }

    private Scene scene(String database) throws Exception {
        return new Scene(
                folder,
                Scene.HERE,
                "am: { type: alertmanager, bearer: %s }".formatted(SECRET),
                Map.of(),
                database);
    }

    private static String through(TcpProxy line, String database) {
        return database.replaceFirst("//[^/]*/", "//127.0.0.1:" + line.port() + "/");
    }

    private static int count(String database, String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private int posted(Scene scene) throws Exception {
        URI door =
                URI.create(
                        "http://127.0.0.1:%d/hooks/am".formatted(scene.app().port().orElseThrow()));
        return client.send(
                        HttpRequest.newBuilder(door)
                                .header("Authorization", "Bearer " + SECRET)
                                .POST(BodyPublishers.ofString(FIRING))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }
}
