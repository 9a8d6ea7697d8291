package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.bot.channel.Hook;
import pikett.bot.channel.Mailbox;
import pikett.playground.telegram.Seat;
import pikett.playground.telegram.message.Message;

/// A route leads to a mailbox and to a webhook beside the chat: what is told as firing there is told as
/// over there too, and nothing twice.
final class ChannelStory {
    private static final String TARGETS =
            """
            hosts: { here: { local: true } }
            services:
              api: { host: here, pm2: api }
            notify:
              routes: [{ default: true, to: [ops, mail, hook] }]
              channels:
                mail: { smtp: 'smtp://MAILBOX', from: pikett@example.org, to: [oncall@example.org], language: de }
                hook: { webhook: 'HOOK', bearer: 'canary-bearer-of-the-hook' }
            """;

    @TempDir private Path folder;
    private final Mailbox mailbox = new Mailbox();
    private Hook hook;
    private Scene scene;

    @BeforeEach
    void open() throws IOException {
        hook = new Hook();
        scene =
                new Scene(
                        folder,
                        TARGETS.replace("MAILBOX", mailbox.address())
                                .replace("HOOK", hook.at("/pikett").toString()));
    }

    @AfterEach
    void close() {
        scene.close();
        hook.close();
        mailbox.close();
    }

    @Test
    void an_incident_is_one_thread_of_mails_and_one_post_for_each_state() {
        Seat ops = scene.inOps(scene.anna());
        scene.programs.processes("errored", 3, "online", 0);
        Message card = scene.sees(ops, "🔴 api is down");
        await().atMost(Scene.PATIENCE).until(() -> mailbox.mails().size() == 1);

        scene.presses(ops, card, "✋ Take");
        await().atMost(Scene.PATIENCE).until(() -> mailbox.mails().size() == 2);
        scene.programs.processes("online", 3, "online", 0);
        scene.sees(ops, "✅ api is up again");
        await().atMost(Scene.PATIENCE).until(() -> mailbox.mails().size() == 3);
        await().atMost(Scene.PATIENCE).until(() -> hook.posts().size() == 3);

        assertThat(mailbox.mails())
                .extracting(Mailbox.Got::subject)
                .containsExactly(
                        "[BRENNT kritisch] api läuft nicht #1",
                        "[ÜBERNOMMEN kritisch] api läuft nicht #1",
                        "[VORBEI kritisch] api läuft wieder #1");
        Mailbox.Got first = mailbox.mails().getFirst();
        assertThat(first.text()).contains("seit", "TypeError").doesNotContain("hunter2");
        assertThat(mailbox.mails().subList(1, 3))
                .allMatch(mail -> mail.inReplyTo().equals(first.id()));
        assertThat(hook.posts())
                .extracting(Hook.Got::body)
                .satisfiesExactly(
                        body -> assertThat(body).contains("\"status\":\"firing\""),
                        body -> assertThat(body).contains("\"status\":\"taken\""),
                        body -> assertThat(body).contains("\"status\":\"resolved\""))
                .allMatch(body -> body.contains("\"service\":\"api\""))
                .noneMatch(body -> body.contains("hunter2"));
    }
}
