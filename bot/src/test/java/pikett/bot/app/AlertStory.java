package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.playground.telegram.Seat;
import pikett.playground.telegram.message.Message;

/// A service fails, people hear of it, and the one card says how it went on.
final class AlertStory {
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
    void from_the_alarm_to_the_verified_end_on_one_card() {
        Seat ops = scene.inOps(scene.anna());
        scene.programs.processes("errored", 3, "online", 0);
        Message card =
                scene.sees(ops, "🔴 api is down", "critical", "here · since", "not a constructor");
        assertThat(card.text()).contains("×2").doesNotContain("hunter2", " ms)");

        scene.presses(ops, card, "✋ Take");
        scene.sees(ops, "api is down", "✋ anna has it since");

        Message offer = offered(ops, card);
        scene.presses(ops, offer, "🔁 Restart");
        await().atMost(Scene.PATIENCE).until(() -> !scene.programs.calls("pm2").isEmpty());
        scene.programs.processes("online", 3, "online", 0);

        Message over = scene.sees(ops, "✅ api is up again", "🔧", "anna: ✅ api was restarted");
        assertThat(over.id()).isEqualTo(card.id());
        assertThat(over.text()).contains("✋ anna has it since");
        scene.sees(ops, message -> message.text().startsWith("✅ api is up again · after"));
        assertThat(scene.said(ops).stream().filter(said -> said.text().contains("#1")).count())
                .isEqualTo(1);
    }

    private Message offered(Seat ops, Message card) {
        scene.presses(ops, card, "🔁 Restart");
        Message offer = scene.sees(ops, "Restart api?");
        assertThat(offer.id()).isNotEqualTo(card.id());
        return offer;
    }

    @Test
    void what_is_silenced_says_so_and_can_be_undone() throws IOException {
        Seat ops = scene.inOps(scene.anna());
        scene.programs.processes("errored", 3, "online", 0);
        Message card = scene.sees(ops, "🔴 api is down");

        scene.presses(ops, card, "🔕 Silence");
        Message choice = scene.sees(ops, "It hides 1 alert", "1 of them is critical");
        scene.presses(ops, choice, "1 h");
        Message made = scene.sees(ops, "🔕 Silence 1", "service=\"api\"");
        scene.sees(ops, "🔴 api is down", "🔕 hidden by anna until");

        scene.presses(ops, made, "↩️ Undo");
        scene.sees(ops, "Silence 1 is over");
        scene.sees(
                ops, message -> message.id() == card.id() && !message.text().contains("🔕 hidden"));
        assertThat(scene.audit().lines().filter(row -> row.contains("silence")))
                .satisfiesExactly(
                        row ->
                                assertThat(row)
                                        .contains(
                                                "INTENT", "anna", "\"silence\"", "\"target\":\"1\"")
                                        .contains("service=", "until"),
                        row -> assertThat(row).contains("RESULT", "silence 1"),
                        row -> assertThat(row).contains("INTENT", "anna", "\"unsilence\""),
                        row -> assertThat(row).contains("RESULT", "ended"));
    }

    @Test
    void a_viewer_may_neither_take_nor_hide() {
        Seat ops = scene.inOps(scene.lena());
        scene.programs.processes("errored", 3, "online", 0);
        Message card = scene.sees(ops, "🔴 api is down");

        assertThat(scene.presses(ops, card, "✋ Take")).contains("/ack");
        assertThat(scene.presses(ops, card, "🔕 Silence")).contains("/silence");

        assertThat(scene.said(ops)).noneMatch(message -> message.text().contains("has it since"));
        assertThat(scene.said(ops)).anyMatch(message -> message.text().contains("🔴 api is down"));
    }

    @Test
    void an_operator_of_another_service_may_not_take_it() {
        Seat arsen = scene.alone(scene.arsen());
        scene.programs.processes("online", 0, "errored", 3);
        scene.sees(scene.inOps(scene.anna()), "🔴 worker is down");

        arsen.say("/ack 1");

        scene.sees(arsen, "worker");
        arsen.say("/why 1");
        scene.sees(arsen, "Incident #1: worker is down", "told, route default");
        arsen.say("/checks");
        scene.sees(arsen, "3 checks", "🔴 service:worker");
        arsen.say("/alerts");
        Message list = scene.sees(arsen, "1 open incident", "#1 worker is down");
        assertThat(list.text()).doesNotContain("✋ arsen");
    }
}
