package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.bot.trace.Traces;
import pikett.playground.telegram.Seat;

/// Whoever has a collector sees what led to what.
final class TraceStory {
    private static final String TARGETS =
            """
            hosts: { here: { local: true } }
            services: { api: { host: here, pm2: api } }
            """;

    @TempDir Path folder;
    private Collector collector;
    private Scene scene;

    @BeforeEach
    void open() throws IOException {
        collector = new Collector();
        scene =
                new Scene(
                        folder,
                        TARGETS,
                        "",
                        Map.of(
                                "OTEL_EXPORTER_OTLP_ENDPOINT",
                                collector.address(),
                                "OTEL_BSP_SCHEDULE_DELAY",
                                "50"));
    }

    @AfterEach
    void close() {
        scene.close();
        collector.close();
    }

    @Test
    void a_question_leads_to_a_command_to_a_shell_and_to_an_answer() {
        Seat anna = scene.alone(scene.anna());
        anna.say("/status");
        scene.sees(anna, "As of");

        await().atMost(Scene.PATIENCE)
                .untilAsserted(() -> {
                    assertThat(way("shell", "pm2")).contains(List.of("shell", "command", "update"));
                    assertThat(way("send", "telegram"))
                            .contains(List.of("send", "command", "update"));
                });
        nobodyAndNothingSaidIsNamed();
    }

    @Test
    void a_look_leads_to_an_alert_and_to_its_message() {
        scene.programs.processes("stopped", 0, "online", 0);
        scene.sees(scene.inOps(scene.anna()), "api");

        await().atMost(Scene.PATIENCE)
                .untilAsserted(() ->
                        assertThat(way("send", "telegram"))
                                .contains(List.of("send", "alert", "check")));
        nobodyAndNothingSaidIsNamed();
    }

    @Test
    void what_an_exception_says_stays_here() {
        try (Traces traces =
                Traces.of(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", collector.address()))) {
            assertThatThrownBy(() ->
                            traces.span("one")
                                    .during(() -> {
                                        throw new IllegalStateException("a text of others");
                                    }))
                    .isInstanceOf(IllegalStateException.class);
        }

        assertThat(collector.heard())
                .contains("IllegalStateException")
                .doesNotContain("a text of others");
    }

    private void nobodyAndNothingSaidIsNamed() {
        assertThat(collector.heard())
                .doesNotContain("anna", "Anna", "As of", "stopped", scene.playground.api().token())
                .doesNotContain(Long.toString(scene.anna().id().value()));
    }

    /// The names from a step up to the first of its trace; of the latest that has the word among its values.
    private Optional<List<String>> way(String name, String word) {
        return collector.steps().stream()
                .filter(step -> step.name().equals(name) && step.values().contains(word))
                .map(collector::way)
                .filter(way -> way.size() > 1)
                .reduce((_, last) -> last);
    }
}
