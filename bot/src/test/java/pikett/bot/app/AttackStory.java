package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.playground.telegram.Draft;
import pikett.playground.telegram.Seat;
import pikett.playground.telegram.message.Button;
import pikett.playground.telegram.message.Message;
import pikett.playground.telegram.message.Person;
import pikett.playground.telegram.message.UserId;

/// Somebody tries to get the bot to do what they may not, with all that Telegram lets through.
final class AttackStory {
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
    void only_the_own_fresh_words_of_a_person_count() {
        Seat anna = scene.inOps(scene.anna());
        Message own = anna.say("just words");
        Person helper = scene.playground.cloud().rooms().addPerson(bot());
        Message strangers = scene.alone(scene.stranger()).say("/restart@pikett_bot api");

        anna.forward(strangers);
        anna.say(Draft.of("/restart@pikett_bot api").via(helper));
        anna.say(Draft.of("/restart@pikett_bot api").as(anna.chat()));
        anna.edit(own.id(), "/restart@pikett_bot api");
        anna.say("/restart@other_bot api");
        anna.say("please /restart@pikett_bot api");
        anna.say("/r\u0435start@pikett_bot api");
        anna.say("/whoami@pikett_bot");

        // What came before has been worked on by then: a chat's updates are taken in order.
        scene.sees(anna, "anna");
        assertThat(scene.said(anna)).noneMatch(message -> message.text().contains("Restart api"));
        assertThat(scene.programs.calls("pm2")).isEmpty();
    }

    @Test
    void a_message_typed_while_the_bot_was_away_is_not_run_late() throws Exception {
        Seat anna = scene.alone(scene.anna());
        scene.whileDown(() -> {
            anna.say("/restart api");
            scene.clock.jump(Duration.ofMinutes(2));
        });

        scene.sees(anna, "waited too long");
        assertThat(scene.said(anna)).noneMatch(message -> message.text().contains("Restart api"));
    }

    @Test
    void a_press_that_waited_while_the_bot_was_away_is_not_run_late() throws Exception {
        Seat anna = scene.alone(scene.anna());
        anna.say("/whoami");
        Message card = scene.sees(anna, "anna");
        scene.whileDown(() -> {
            anna.pressData(card.key(), ">recover now");
            scene.clock.jump(Duration.ofMinutes(30));
        });

        scene.sees(anna, "waited too long");
        assertThat(scene.programs.calls("recovery")).isEmpty();
    }

    @Test
    void callback_data_that_a_changed_app_made_up_does_what_typing_it_would_do_and_no_more() {
        Seat lena = scene.inOps(scene.lena());
        scene.inOps(scene.anna()).say("/whoami@pikett_bot");
        Message card = scene.sees(lena, "anna");

        for (String data :
                List.of(
                        ">restart api",
                        ">recover drop",
                        "!",
                        ">",
                        "!x:y",
                        "!x:s",
                        "x",
                        ">restart\napi",
                        "!' OR 1=1 --:y",
                        "\u202e>restart api",
                        ">" + "a".repeat(63))) {
            assertThat(lena.pressData(card.key(), data).answer(Scene.PATIENCE))
                    .as("an answer to %s", data)
                    .isPresent();
        }

        assertThat(scene.said(lena)).noneMatch(message -> message.text().contains("Restart api"));
        assertThat(scene.programs.calls("pm2")).isEmpty();
        assertThat(scene.programs.calls("recovery")).isEmpty();
    }

    @Test
    void a_button_that_is_copied_to_another_message_is_worth_nothing() {
        Seat anna = scene.alone(scene.anna());
        anna.say("/whoami");
        Message other = scene.sees(anna, "anna");
        anna.say("/restart api");
        Message offer = scene.sees(anna, "Restart api?");
        String data =
                offer.keyboard()
                        .find("🔁 Restart")
                        .map(button -> button.act())
                        .map(act -> ((Button.Act.Callback) act).data())
                        .orElseThrow();

        String toast =
                anna.pressData(other.key(), data).answer(Scene.PATIENCE).orElseThrow().text();

        assertThat(toast).isNotBlank().doesNotContain("Started");
        assertThat(scene.programs.calls("pm2")).isEmpty();
    }

    @Test
    void a_name_like_an_admins_is_no_admin() {
        Person twin =
                scene.playground
                        .cloud()
                        .rooms()
                        .addPerson(
                                Person.human(scene.anna().id().value() + 1, "Anna")
                                        .withUsername("anna2"));
        scene.playground.cloud().rooms().openPrivate(twin);
        Seat seat = scene.alone(twin);
        seat.say("/restart api");

        scene.sees(scene.alone(scene.anna()), Long.toString(twin.id().value()));
        assertThat(scene.said(seat)).isEmpty();
        assertThat(scene.programs.calls("pm2")).isEmpty();
    }

    @Test
    void a_link_that_the_bot_repeats_is_not_visited_for_a_preview() {
        Seat anna = scene.alone(scene.anna());
        anna.say("/restart https://example.org/once");

        assertThat(scene.sees(anna, "https://example.org/once").traits().preview()).isFalse();
    }

    private static Person bot() {
        return new Person(new UserId(8_000_000_008L), "Helper", "helper_bot", null, true);
    }
}
