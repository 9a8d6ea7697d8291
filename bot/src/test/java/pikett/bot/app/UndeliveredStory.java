package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.playground.telegram.Seat;
import pikett.playground.telegram.message.Message;

/// Somebody removes the bot from a group that should hear of alerts.
final class UndeliveredStory {
    @TempDir private Path folder;
    private Scene scene;

    @BeforeEach
    void open() throws IOException {
        scene = new Scene(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void status_says_in_which_group_nothing_arrives_and_what_was_lost_there() {
        Seat anna = scene.alone(scene.anna());
        anna.say("/status");
        Message well = scene.sees(anna, "🟢 api");
        assertThat(well.text()).doesNotContain("arrive");

        scene.playground.cloud().rooms().kickBot(scene.small.id(), scene.anna());
        scene.programs.processes("errored", 3, "online", 0);
        // The admins are told once, and who asks later is told too.
        scene.sees(anna, "small", "kicked");
        anna.say("/status");
        scene.sees(
                anna, "⚠️ Nothing arrives in small · 📪 1 message did not arrive in 24 h: small");

        scene.playground.cloud().rooms().addBot(scene.small.id(), scene.anna());
        Seat small = scene.playground.cloud().seat(scene.anna().id(), scene.small.id());
        small.say("/whoami");
        scene.sees(small, "111222333");
        anna.say("/status");
        Message mended = scene.sees(anna, message -> message.text().contains("\n📪 1 message"));
        assertThat(mended.text()).doesNotContain("Nothing arrives");
    }
}
