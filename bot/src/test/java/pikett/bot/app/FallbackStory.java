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
import pikett.bot.channel.Mailbox;
import pikett.playground.botapi.fault.Fault;
import pikett.playground.botapi.fault.Plan;
import pikett.playground.telegram.Seat;
import pikett.playground.telegram.message.Message;

/// Telegram cannot be reached for ten minutes of the night (F5).
final class FallbackStory {
    private static final String TARGETS =
            """
            hosts: { here: { local: true } }
            services:
              api: { host: here, pm2: api }
            notify:
              routes: [{ default: true, to: [ops] }]
              fallback: { after: 3m, to: [mail] }
              channels:
                mail: { smtp: 'smtp://MAILBOX', from: pikett@example.org, to: [oncall@example.org] }
            """;

    /// Two seconds; the rest is for a machine that has much else to do.
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    @TempDir private Path folder;
    private final Mailbox mailbox = new Mailbox();
    private Scene scene;

    @BeforeEach
    void open() throws IOException {
        scene = new Scene(folder, TARGETS.replace("MAILBOX", mailbox.address()));
        scene.sees(said("/status"), "🟢 api");
    }

    @AfterEach
    void close() {
        scene.close();
        mailbox.close();
    }

    @Test
    void the_mail_goes_out_in_time_and_the_card_says_so_when_telegram_is_back() {
        Seat ops = scene.inOps(scene.anna());
        scene.gate.shut();
        scene.programs.processes("errored", 3, "online", 0);
        awaitFiring();
        scene.clock.jump(Duration.ofMinutes(2));
        assertThat(mailbox.mails()).as("Telegram has its time").isEmpty();

        scene.clock.jump(Duration.ofMinutes(1));
        await().atMost(AT_ONCE).until(() -> mailbox.mails().size() == 1);
        assertThat(mailbox.mails().getFirst().subject())
                .isEqualTo("[FIRING critical] api is down #1");

        scene.clock.jump(Duration.ofMinutes(7));
        scene.gate.reopen();
        Message card = scene.sees(ops, "🔴 api is down");
        assertThat(card.text()).contains("📮 Telegram did not answer, so mail was told at");
        scene.programs.processes("online", 3, "online", 0);
        scene.sees(ops, "✅ api is up again");
        await().atMost(Scene.PATIENCE).until(() -> mailbox.mails().size() == 2);
        assertThat(mailbox.mails().get(1).subject())
                .isEqualTo("[RESOLVED critical] api is up again #1");
        assertThat(scene.said(ops).stream().filter(message -> message.text().contains("📮")))
                .as("told once in the chat")
                .hasSize(1);
    }

    @Test
    void what_is_over_before_telegram_returns_is_told_as_over_by_mail() {
        scene.gate.shut();
        scene.programs.processes("errored", 3, "online", 0);
        awaitFiring();
        scene.clock.jump(Duration.ofMinutes(3));
        await().atMost(Scene.PATIENCE).until(() -> mailbox.mails().size() == 1);
        scene.programs.processes("online", 3, "online", 0);
        await().atMost(Scene.PATIENCE).until(() -> mailbox.mails().size() == 2);

        assertThat(mailbox.mails().get(1).subject()).startsWith("[RESOLVED critical]");
        assertThat(mailbox.mails().get(1).inReplyTo()).isEqualTo(mailbox.mails().get(0).id());
    }

    @Test
    void a_token_that_is_revoked_is_told_by_mail_once() {
        scene.playground
                .api()
                .faults()
                .always(
                        "getUpdates",
                        new Fault.Respond(
                                false,
                                401,
                                "application/json",
                                "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}"));
        scene.gate.cut();
        await().atMost(Scene.PATIENCE).until(() -> mailbox.mails().size() == 1);
        assertThat(mailbox.mails().getFirst().subject())
                .startsWith("Telegram refuses the token since");

        scene.playground.api().faults().clear();
        scene.clock.jump(Duration.ofMinutes(20));
        scene.gate.cut();
        await().atMost(Scene.PATIENCE).until(() -> mailbox.mails().size() == 2);
        assertThat(mailbox.mails().get(1).subject()).isEqualTo("Telegram listens to Pikett again.");
    }

    /// A stolen token, or a second Pikett (T16, F15).
    @Test
    void somebody_else_who_uses_the_token_is_told_by_mail_once() {
        Plan conflict =
                scene.playground
                        .api()
                        .faults()
                        .always(
                                "getUpdates",
                                Fault.refuse(409, "Conflict: terminated by other getUpdates"));
        scene.gate.cut();
        // With the second refusal the first has been noted.
        await().atMost(Scene.PATIENCE).until(() -> conflict.played() >= 2);
        assertThat(mailbox.mails()).as("it may be a restart").isEmpty();

        scene.clock.jump(Duration.ofMinutes(3));
        await().atMost(Scene.PATIENCE).until(() -> mailbox.mails().size() == 1);
        assertThat(mailbox.mails().getFirst().subject())
                .startsWith("Somebody else uses the token of the bot since");

        scene.playground.api().faults().clear();
        scene.clock.jump(Duration.ofMinutes(20));
        await().atMost(Scene.PATIENCE).until(() -> mailbox.mails().size() == 2);
        assertThat(mailbox.mails().get(1).subject()).isEqualTo("Telegram listens to Pikett again.");
    }

    private Seat said(String line) {
        Seat anna = scene.alone(scene.anna());
        anna.say(line);
        return anna;
    }

    private void awaitFiring() {
        await().atMost(Scene.PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> scene.openIncidents() == 1 && scene.firstCardWaits());
    }
}
