package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.playground.telegram.Seat;
import pikett.playground.telegram.message.Message;

/// People ask, the bot answers.
final class AskingStory {
    @TempDir Path folder;
    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        scene = new Scene(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void what_is_not_well_comes_first_and_the_message_is_refreshed_in_place() {
        scene.programs.processes("online", 0, "errored", 15);
        Seat anna = scene.alone(scene.anna());

        anna.say("/status");
        Message status = scene.sees(anna, "worker", "api");
        assertThat(status.text().indexOf("worker")).isLessThan(status.text().indexOf("api"));

        scene.programs.processes("online", 0, "online", 16);
        scene.presses(anna, status, "🔄 Refresh");
        Message refreshed = scene.sees(anna, message -> message.text().contains("All is well"));
        assertThat(refreshed.id()).isEqualTo(status.id());
    }

    @Test
    void a_stranger_gets_no_answer_and_the_admin_one_note() {
        Seat stranger = scene.alone(scene.stranger());
        stranger.say("/status");
        stranger.say("/restart api");

        scene.sees(scene.alone(scene.anna()), Long.toString(scene.stranger().id().value()));
        Seat anna = scene.alone(scene.anna());
        anna.say("/whoami");
        scene.sees(anna, "111222333");
        assertThat(scene.said(stranger)).isEmpty();
        assertThat(scene.programs.calls("pm2")).isEmpty();
    }

    @Test
    void each_is_answered_in_the_own_language() {
        Seat lena = scene.alone(scene.lena());
        lena.say("/help");

        scene.sees(lena, "Was du hier tun kannst");
    }

    @Test
    void a_shortened_name_is_understood_and_a_typo_gets_a_proposal() {
        Seat anna = scene.alone(scene.anna());
        anna.say("/status wor");
        scene.sees(anna, "worker");

        anna.say("/status wroker");
        scene.sees(anna, "worker", "wroker");
    }

    @Test
    void a_name_of_ten_thousand_characters_gets_a_short_answer() {
        Seat anna = scene.alone(scene.anna());
        anna.say("/logs " + "x".repeat(4_000));

        Message answer = scene.sees(anna, "xxx");
        assertThat(answer.text().length()).isLessThan(600);
    }

    @Test
    void logs_are_folded_and_carry_no_secret() {
        Seat lena = scene.alone(scene.lena());
        lena.say("/logs api");

        Message logs = scene.sees(lena, "×2", "is not a constructor");
        assertThat(logs.text()).doesNotContain("hunter2");
    }

    @Test
    void a_command_that_waited_while_pikett_was_down_is_not_run_late() throws Exception {
        Seat anna = scene.alone(scene.anna());
        scene.whileDown(() -> {
            anna.say("/status");
            scene.clock.jump(Duration.ofMinutes(5));
        });

        Message answer = scene.sees(anna, _ -> true);
        assertThat(answer.text()).doesNotContain("worker");
    }

    @Test
    void a_test_message_is_timed_on_the_real_path() {
        Seat anna = scene.alone(scene.anna());
        anna.say("/test");

        scene.sees(anna, "arrived after");
    }

    @Test
    void health_and_metrics_are_served_and_nothing_else() throws Exception {
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").body()).contains("\"store\":\"up\"");
        assertThat(get("/metrics").body()).contains("pikett_outbox_deliveries{state=\"sent\"}");
        assertThat(get("/actuator").statusCode()).isEqualTo(404);
    }

    @Test
    void the_own_pages_can_only_be_read_and_by_no_other_page_in_a_browser() throws Exception {
        for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS", "PATCH")) {
            assertThat(ask(method, "/health/live").statusCode()).as(method).isEqualTo(405);
        }
        assertThat(get("/metrics").headers().map())
                .doesNotContainKey("access-control-allow-origin");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return ask("GET", path);
    }

    private HttpResponse<String> ask(String method, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + scene.app().port().orElseThrow() + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(uri)
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .timeout(Scene.PATIENCE)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
