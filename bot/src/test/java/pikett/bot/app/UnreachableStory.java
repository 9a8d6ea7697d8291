package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.playground.telegram.Seat;

/// No host can be reached, but Telegram can: so it is not we who are cut off.
final class UnreachableStory {
    private static final String TARGETS =
            """
            hosts:
              prod-1: { ssh: 'deploy@127.0.0.1:1', password: none, host-key: '%1$s' }
              prod-2: { ssh: 'deploy@127.0.0.1:1', password: none, host-key: '%1$s' }
            services:
              api: { host: prod-1, pm2: api }
            """
                    .formatted("SHA256:" + "A".repeat(43));

    @TempDir Path folder;
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
    void each_host_is_told_and_nothing_of_what_lies_behind_it() {
        Seat ops = scene.inOps(scene.anna());

        scene.sees(ops, "🔴 prod-1 cannot be reached");
        scene.sees(ops, "🔴 prod-2 cannot be reached");

        assertThat(scene.said(ops)).noneMatch(message -> message.text().contains("is down"));
        assertThat(scene.said(ops))
                .noneMatch(message -> message.text().contains("🔴 Pikett reaches nothing"));
    }
}
