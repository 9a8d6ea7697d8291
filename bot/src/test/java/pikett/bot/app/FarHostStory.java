package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.playground.telegram.Seat;
import pikett.playground.telegram.message.Message;

/// People ask and act on hosts over SSH, also when a host is not as it should be.
final class FarHostStory {
    @TempDir Path folder;
    @TempDir Path first;
    @TempDir Path second;
    private FarHost prod1;
    private FarHost prod2;
    private Scene scene;
    private Seat anna;

    @BeforeEach
    void open() throws Exception {
        prod1 = new FarHost(first, Scene.programs(folder));
        prod2 = new FarHost(second, Scene.programs(folder));
        scene =
                new Scene(
                        folder,
                        """
                        hosts:
                          prod-1: %s
                          prod-2: %s
                        services:
                          api: { host: prod-1, pm2: api, restart: { healthy-within: 20s } }
                          worker: { host: prod-2, pm2: worker }
                        """
                                .formatted(prod1.yaml(), prod2.yaml()));
        anna = scene.alone(scene.anna());
    }

    @AfterEach
    void close() throws Exception {
        scene.close();
        prod1.close();
        prod2.close();
    }

    @Test
    void status_restart_and_logs_are_those_of_the_far_host() {
        anna.say("/status");
        scene.sees(anna, "All is well", "prod-1 · up", "prod-2 · up", "🟢 api", "🟢 worker");

        anna.say("/restart api");
        Message offer = scene.sees(anna, "Restart api?");
        assertThat(scene.programs.calls("pm2")).isEmpty();
        scene.presses(anna, offer, "🔁 Restart");
        scene.sees(anna, "✅ api was restarted", "no restart since");
        assertThat(scene.programs.calls("pm2")).hasSize(1);

        anna.say("/logs api");
        Message logs = scene.sees(anna, "×2", "is not a constructor");
        assertThat(logs.text()).doesNotContain("hunter2");
        assertThat(prod1.logins()).as("logins for all of it").isLessThanOrEqualTo(2);
    }

    @Test
    void a_host_that_hangs_holds_nobody_up() {
        prod2.hang();

        anna.say("/status");
        Message waiting = scene.sees(anna, "prod-1 · up", "🟢 api", "prod-2 · asking");
        assertThat(waiting.text()).contains("still asking 1 host");
        prod2.goOn();

        Message whole = scene.sees(anna, "All is well", "prod-2 · up", "🟢 worker");
        assertThat(whole.id()).isEqualTo(waiting.id());
    }

    @Test
    void another_host_key_is_a_hard_stop_with_both_fingerprints() throws Exception {
        String known = prod1.fingerprint();
        anna.say("/restart api");
        Message offer = scene.sees(anna, "Restart api?");
        prod1.changeHostKey();
        int before = prod1.logins();

        anna.say("/status");
        scene.sees(
                anna,
                "STOP: the host shows another key",
                known,
                prod1.fingerprint(),
                "Nothing is run there.",
                "🟢 worker");
        scene.presses(anna, offer, "🔁 Restart");
        scene.sees(anna, "Restarting api did not help", "the host shows another key");

        assertThat(prod1.logins()).as("no login was tried").isEqualTo(before);
        assertThat(scene.programs.calls("pm2")).isEmpty();
    }

    @Test
    void after_two_failed_logins_it_waits_also_across_a_restart_until_an_admin_lifts_it()
            throws Exception {
        prod1.letNobodyIn();
        anna.say("/status prod-1");
        // A check may have tried before her.
        scene.sees(
                anna,
                message ->
                        message.text().contains("refuses our login")
                                || message.text().contains("no logins until"));
        anna.say("/status prod-1");
        await().atMost(Scene.PATIENCE).until(() -> prod1.logins() == 2);
        anna.say("/status prod-1");
        scene.sees(anna, "no logins until", "An admin may then lift the block.");
        scene.whileDown(prod1::letIn);

        Seat lena = scene.alone(scene.lena());
        lena.say("/status prod-1");
        Message seen = scene.sees(lena, "keine Anmeldungen bis");
        assertThat(seen.keyboard().find("🔓 Anmeldung bei prod-1 wieder erlauben")).isEmpty();
        lena.pressData(seen.key(), ">unblock prod-1").answer(Scene.PATIENCE);
        int asked = anna.say("/status api").id();
        Message blocked =
                scene.sees(
                        anna,
                        message ->
                                message.id() > asked && message.text().contains("no logins until"));
        assertThat(prod1.logins()).as("logins that were tried").isEqualTo(2);

        scene.presses(anna, blocked, "🔓 Allow logins to prod-1 again");
        scene.sees(anna, "Logins to prod-1 are allowed again");
        anna.say("/status prod-1");
        scene.sees(anna, "prod-1 · up", "🟢 api");
    }
}
