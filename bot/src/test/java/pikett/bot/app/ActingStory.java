package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.playground.telegram.Seat;
import pikett.playground.telegram.message.Message;

/// People act, the bot does it once.
final class ActingStory {
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
    void a_restart_is_confirmed_run_once_and_verified_in_the_same_message() {
        Seat anna = scene.alone(scene.anna());
        anna.say("/restart api");
        Message offer = scene.sees(anna, "Restart api?");
        assertThat(scene.programs.calls("pm2")).isEmpty();

        scene.presses(anna, offer, "🔁 Restart");
        Message done = scene.sees(anna, "✅ api was restarted", "no restart since");

        assertThat(done.id()).isEqualTo(offer.id());
        assertThat(scene.programs.calls("pm2")).hasSize(1);
    }

    @Test
    void a_double_tap_restarts_once() {
        Seat anna = scene.alone(scene.anna());
        anna.say("/restart api");
        Message offer = scene.sees(anna, "Restart api?");

        anna.press(offer, "🔁 Restart");
        String second = scene.presses(anna, offer, "🔁 Restart");

        assertThat(second).containsAnyOf("already been started", "already on it", "Started");
        scene.sees(anna, "✅ api was restarted");
        assertThat(scene.programs.calls("pm2")).hasSize(1);
    }

    @Test
    void a_button_from_yesterday_runs_nothing() {
        Seat anna = scene.alone(scene.anna());
        anna.say("/restart api");
        Message offer = scene.sees(anna, "Restart api?");
        scene.clock.jump(Duration.ofDays(1));

        assertThat(scene.presses(anna, offer, "🔁 Restart")).contains("The time is over");
        assertThat(scene.programs.calls("pm2")).isEmpty();
    }

    @Test
    void a_viewer_and_an_operator_of_another_service_are_refused() {
        Seat lena = scene.alone(scene.lena());
        lena.say("/restart api");
        scene.sees(lena, "/restart");

        Seat arsen = scene.alone(scene.arsen());
        arsen.say("/restart worker");
        scene.sees(arsen, "worker");

        assertThat(scene.said(lena)).noneMatch(message -> message.text().contains("?"));
        assertThat(scene.programs.calls("pm2")).isEmpty();
    }

    @Test
    void nobody_else_can_press_the_button_in_the_group() {
        Seat anna = scene.inOps(scene.anna());
        anna.say("/restart@pikett_bot api");
        Message offer = scene.sees(anna, "Restart api?");

        assertThat(scene.presses(scene.inOps(scene.lena()), offer, "🔁 Restart"))
                .contains("darfst du nicht");
        assertThat(scene.presses(scene.inOps(scene.arsen()), offer, "🔁 Restart"))
                .contains("Only the person who asked");
        assertThat(scene.programs.calls("pm2")).isEmpty();
    }

    @Test
    void a_value_that_is_no_value_runs_nothing() {
        Seat anna = scene.alone(scene.anna());
        anna.say("/recover company $(touch x)");
        scene.sees(anna, "is no value for id", "/recover company 962302");
        anna.say("/recover company --help");
        scene.sees(anna, "“--help” is no value for id");

        assertThat(scene.programs.calls("recovery")).isEmpty();
    }

    @Test
    void a_runbook_gets_its_value_as_one_argument_and_its_success_is_announced() {
        Seat anna = scene.alone(scene.anna());
        anna.say("/recover company 962302");
        Message offer = scene.sees(anna, "Run Restore one company?", "962302");
        scene.presses(anna, offer, "▶️ Run");

        scene.sees(
                anna,
                message ->
                        message.text().contains("✅ Restore one company is done")
                                && message.id() != offer.id());
        assertThat(scene.programs.calls("recovery")).containsExactly("962302");
    }

    @Test
    void a_dangerous_runbook_needs_a_second_person() {
        Seat anna = scene.inOps(scene.anna());
        anna.say("/recover@pikett_bot drop");
        Message offer = scene.sees(anna, "Drop the queue");

        assertThat(scene.presses(anna, offer, "👍 Agree")).contains("Somebody else must agree");
        assertThat(scene.programs.calls("pm2")).isEmpty();
        scene.presses(scene.inOps(scene.arsen()), offer, "👍 Agree");

        scene.sees(anna, "✅ Drop the queue is done", "by anna, agreed by arsen");
        assertThat(scene.programs.calls("pm2")).hasSize(1);
    }

    @Test
    void who_is_limited_to_some_services_starts_no_runbook_with_commands() {
        Seat arsen = scene.alone(scene.arsen());
        arsen.say("/restart worker");
        scene.sees(arsen, "You may look at worker, but not act on it.");
        arsen.say("/recover now");
        scene.sees(arsen, "now runs commands", "not yours");
        arsen.say("/recover");
        Message picker = scene.sees(arsen, "Drop the queue");

        assertThat(picker.text()).doesNotContain("At once", "Something slow", "Restore one");
        assertThat(scene.programs.calls("recovery")).isEmpty();

        Seat anna = scene.inOps(scene.anna());
        anna.say("/recover@pikett_bot slow");
        Message offer = scene.sees(anna, "Run Something slow?");
        scene.presses(scene.inOps(scene.arsen()), offer, "▶️ Run");
        assertThat(scene.programs.calls("slow-program")).isEmpty();
    }

    @Test
    void stop_ends_what_runs() {
        Seat anna = scene.alone(scene.anna());
        anna.say("/recover slow");
        scene.presses(anna, scene.sees(anna, "Run Something slow?"), "▶️ Run");
        await().atMost(Scene.PATIENCE).until(() -> !scene.programs.calls("slow-program").isEmpty());
        Message running = scene.sees(anna, "is running");

        scene.presses(anna, running, "⏹ Stop");

        scene.sees(anna, "was stopped", "Stopped by anna");
    }

    @Test
    void a_run_that_pikett_did_not_see_the_end_of_is_unknown_and_not_repeated() throws Exception {
        Seat anna = scene.alone(scene.anna());
        anna.say("/recover slow");
        scene.presses(anna, scene.sees(anna, "Run Something slow?"), "▶️ Run");
        await().atMost(Scene.PATIENCE).until(() -> !scene.programs.calls("slow-program").isEmpty());

        scene.whileDown(() -> {});

        scene.sees(anna, "outcome unknown");
        assertThat(scene.programs.calls("slow-program")).hasSize(1);
    }
}
