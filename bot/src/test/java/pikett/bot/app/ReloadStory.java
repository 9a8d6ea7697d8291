package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.playground.telegram.Seat;
import pikett.playground.telegram.message.Message;

/// The configuration is loaded anew while Pikett runs.
final class ReloadStory {
    private static final String SERVICES =
            """
            hosts: { here: { local: true } }
            services:
              api: { host: here, pm2: api }
              worker: { host: here, pm2: worker }
            checks:
              patient: { command: [patient], host: here, for: 10m, critical-when: ["exit != 0"] }
            runbooks:
              slow:
                title: { en: Something slow }
                role: operator
                confirm: true
                steps: [{ run: [slow-program], on: here, timeout: 60s }]
            """;

    @TempDir private Path folder;
    private Scene scene;

    @BeforeEach
    void open() throws IOException {
        scene = new Scene(folder, SERVICES);
        scene.programs.script("patient", "echo looked >> \"$0.calls\"; exit 1\n");
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void what_is_different_is_shown_and_followed() throws IOException {
        scene.rewrite(
                SERVICES.replace("  worker: { host: here, pm2: worker }\n", "")
                        .replace("for: 10m", "for: 5m")
                        .replace(
                                "api: { host: here, pm2: api }",
                                "api: { host: here, pm2: api }\n  third: { host: here, pm2: api }"));

        scene.alone(scene.anna()).say("/reload");

        Message told = scene.sees(scene.alone(scene.anna()), "The new configuration is followed");
        assertThat(told.text())
                .contains("− service worker")
                .contains("+ service third")
                .contains("~ check patient: for 10m → 5m");
        scene.alone(scene.anna()).say("/status third");
        scene.sees(
                scene.alone(scene.anna()),
                message ->
                        message.text().contains("third") && !message.text().contains("followed"));
        assertThat(scene.audit()).contains("\"act\":\"reload\"").contains("followed, changed: ");
        scene.alone(scene.anna()).say("/reload");
        scene.sees(scene.alone(scene.anna()), "is the same as before");
    }

    @Test
    void with_a_mistake_everything_stays() throws IOException {
        scene.rewrite(
                SERVICES.replace("pm2: worker", "pm2: worker, colour: red")
                        .replace("pm2: api", "pm2: [api]"));

        scene.alone(scene.anna()).say("/reload");

        Message told = scene.sees(scene.alone(scene.anna()), "has 2 mistakes");
        assertThat(told.text()).contains("colour").contains("the old one stays");
        scene.alone(scene.anna()).say("/status worker");
        scene.sees(scene.alone(scene.anna()), "worker");
    }

    @Test
    void what_cannot_change_while_it_runs_is_named_and_nothing_of_the_rest_is_followed()
            throws IOException {
        scene.rewrite(
                SERVICES.replace("  worker: { host: here, pm2: worker }\n", ""),
                text -> text.replace("listen: 127.0.0.1:0", "listen: 127.0.0.1:9"));

        scene.alone(scene.anna()).say("/reload");

        scene.sees(scene.alone(scene.anna()), "inbound.listen: Pikett must be restarted for these");
        scene.alone(scene.anna()).say("/status worker");
        scene.sees(scene.alone(scene.anna()), "worker");
    }

    @Test
    void only_an_admin_may() {
        scene.alone(scene.arsen()).say("/reload");

        scene.sees(scene.alone(scene.arsen()), "admin");
        assertThat(scene.said(scene.alone(scene.arsen())))
                .noneMatch(message -> message.text().contains("the same as before"));
    }

    /// What has held for six minutes has held for six minutes, whatever else is configured by then.
    @Test
    void a_check_that_is_the_same_goes_on_waiting() throws IOException {
        looksTwice();
        scene.clock.jump(Duration.ofMinutes(6));
        scene.rewrite(SERVICES.replace("  worker: { host: here, pm2: worker }\n", ""));
        scene.alone(scene.anna()).say("/reload");
        scene.sees(scene.alone(scene.anna()), "The new configuration is followed");

        scene.clock.jump(Duration.ofMinutes(5));

        scene.sees(scene.inOps(scene.anna()), "🔴", "patient");
    }

    /// Its incident is over, and said to be.
    @Test
    void what_is_looked_at_no_more_is_over() throws IOException {
        scene.rewrite(SERVICES.replace("for: 10m", "for: 0s"));
        scene.alone(scene.anna()).say("/reload");
        scene.sees(scene.inOps(scene.anna()), "🔴", "patient");

        scene.rewrite(SERVICES.replaceAll("(?m)^checks:\\n.*\\n", ""));
        scene.alone(scene.anna()).say("/reload");

        scene.sees(scene.inOps(scene.anna()), "✅", "patient");
        await().atMost(Scene.PATIENCE).until(() -> scene.openIncidents() == 0);
    }

    /// What a supervisor remembers decides whether a service restarts again and again.
    @Test
    void what_was_seen_of_a_service_that_is_the_same_is_not_forgotten() throws IOException {
        looksTwice();
        scene.programs.loops(16);
        scene.sees(scene.inOps(scene.anna()), "🔴", "api", "restart loop");
        scene.rewrite(SERVICES.replace("for: 10m", "for: 5m"));
        scene.alone(scene.anna()).say("/reload");
        scene.sees(scene.alone(scene.anna()), "The new configuration is followed");

        looksTwice();
        looksTwice();

        assertThat(scene.said(scene.inOps(scene.anna())))
                .noneMatch(message -> message.text().contains("✅"));
        assertThat(scene.openIncidents()).isEqualTo(1);
    }

    /// A run goes on to its end with what it began with, and can be stopped.
    @Test
    void a_run_that_goes_on_goes_on() throws IOException {
        Seat anna = scene.alone(scene.anna());
        anna.say("/recover slow");
        scene.presses(anna, scene.sees(anna, "Run Something slow?"), "▶️ Run");
        await().atMost(Scene.PATIENCE).until(() -> !scene.programs.calls("slow-program").isEmpty());
        Message running = scene.sees(anna, "is running");
        scene.rewrite(SERVICES.replace("  worker: { host: here, pm2: worker }\n", ""));
        anna.say("/reload");
        scene.sees(anna, "The new configuration is followed");

        scene.presses(anna, running, "⏹ Stop");

        scene.sees(anna, "was stopped", "Stopped by anna");
        assertThat(scene.programs.calls("slow-program")).hasSize(1);
    }

    /// Who agreed to something gets that, or is told that it is something else by now.
    @Test
    void an_offer_holds_while_it_means_the_same() throws IOException {
        Seat anna = scene.alone(scene.anna());
        anna.say("/recover slow");
        Message offer = scene.sees(anna, "Run Something slow?");
        scene.rewrite(SERVICES.replace("timeout: 60s", "timeout: 50s"));
        anna.say("/reload");
        scene.sees(anna, "~ runbook slow");

        scene.presses(anna, offer, "▶️ Run");

        scene.sees(anna, "What would run, or who may, has changed since this was shown");
        assertThat(scene.programs.calls("slow-program")).isEmpty();
        anna.say("/recover slow");
        Message anew =
                scene.sees(
                        anna,
                        message ->
                                message.text().contains("Run Something slow?")
                                        && message.id() > offer.id());
        scene.rewrite(
                SERVICES.replace("timeout: 60s", "timeout: 50s").replace("for: 10m", "for: 9m"));
        anna.say("/reload");
        scene.sees(anna, "for 10m → 9m");
        scene.presses(anna, anew, "▶️ Run");
        await().atMost(Scene.PATIENCE).until(() -> !scene.programs.calls("slow-program").isEmpty());
    }

    @Test
    void by_a_signal_every_admin_is_told() throws IOException {
        scene.rewrite(SERVICES.replace("pm2: worker", "pm2: worker, colour: red"));

        scene.app().reloadBySignal();

        scene.sees(scene.alone(scene.anna()), "has 1 mistake", "SIGHUP");
        assertThat(List.of(scene.arsen(), scene.lena()))
                .allMatch(person -> scene.said(scene.alone(person)).isEmpty());
        assertThat(scene.audit())
                .contains("\"actor\":\"signal\",\"act\":\"reload\"")
                .contains("refused, mistakes: 1");
    }

    private void looksTwice() {
        int before = scene.programs.calls("patient").size();
        await().atMost(Scene.PATIENCE)
                .until(() -> scene.programs.calls("patient").size() >= before + 3);
    }
}
