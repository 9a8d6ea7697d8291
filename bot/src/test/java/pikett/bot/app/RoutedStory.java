package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.playground.telegram.Seat;

/// The chats that people sit in hear what the configuration sends there, and nothing else.
final class RoutedStory {
    private static final String TARGETS =
            """
            hosts: { here: { local: true } }
            services:
              api: { host: here, pm2: api }
              worker: { host: here, pm2: worker }
            notify:
              routes:
                - { when: [service="api"], to: [small], continue: true }
                - { when: [severity="critical"], to: [ops] }
              inhibit:
                - { source: [service="api"], target: [service="worker"], equal: [host] }
            """;

    @TempDir private Path folder;
    private Scene scene;

    @BeforeEach
    void open() throws IOException {
        scene = new Scene(folder, TARGETS);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void each_chat_hears_its_own_and_what_is_explained_is_not_announced() {
        Seat ops = scene.inOps(scene.anna());
        Seat small = scene.playground.cloud().seat(scene.anna().id(), scene.small.id());
        Seat anna = scene.alone(scene.anna());
        scene.programs.processes("errored", 3, "online", 0);
        scene.sees(ops, "🔴 api is down");
        scene.sees(small, "🔴 api is down");

        scene.programs.processes("errored", 3, "errored", 3);
        awaitOpen(anna, "#2 worker is down");
        anna.say("/why 2");
        scene.sees(anna, "Incident #2", "ops: not told, hidden by ServiceDown");
        assertThat(scene.said(ops)).noneMatch(message -> message.text().contains("🔴 worker"));

        scene.programs.processes("online", 3, "errored", 3);
        scene.sees(ops, "✅ api is up again");
        scene.sees(ops, "🔴 worker is down");
        scene.sees(small, "✅ api is up again");
        assertThat(scene.said(small)).noneMatch(message -> message.text().contains("worker"));
        anna.say("/why 2");
        scene.sees(anna, "ops: told, route severity=\"critical\"");
    }

    /// Asks for what is open until it is there.
    private void awaitOpen(Seat anna, String incident) {
        await().atMost(Scene.PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    anna.say("/alerts");
                    return scene.said(anna).stream()
                            .anyMatch(message -> message.text().contains(incident));
                });
    }
}
