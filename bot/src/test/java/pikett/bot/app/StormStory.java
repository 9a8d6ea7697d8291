package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.playground.telegram.Seat;
import pikett.playground.telegram.message.Message;

/// More fails at once than a chat can take, and somebody is awake.
final class StormStory {
    private static final int MANY = 14;

    @TempDir Path folder;
    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        String services =
                IntStream.range(1, MANY)
                        .mapToObj("  s%d: { host: here, pm2: api }\n"::formatted)
                        .collect(Collectors.joining());
        scene =
                new Scene(
                        folder,
                        """
                        hosts: { here: { local: true } }
                        services:
                          api: { host: here, pm2: api }
                        """
                                + services);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void whoever_is_awake_is_named_and_the_sound_is_off() {
        Seat ops = scene.inOps(scene.anna());
        scene.programs.processes("errored", 3, "online", 0);
        Message storm = scene.sees(ops, "🌪", "fire at once");
        assertThat(storm.text()).doesNotContain("☕");

        scene.presses(ops, storm, "☕ I'm awake");
        Message quiet = scene.sees(ops, "🌪", "☕ anna is awake until", "no sound");
        assertThat(quiet.id()).isEqualTo(storm.id());
        assertThat(quiet.text()).contains("fire at once");
        assertThat(quiet.keyboard().toString()).doesNotContain("awake");

        ops.say("/awake");
        scene.sees(ops, "☕ No sound in this chat until");
        ops.say("/alerts");
        assertThat(scene.sees(ops, "open incidents").text()).doesNotContain("✋");
    }

    @Test
    void without_a_storm_or_the_right_there_is_nothing_to_be_awake_for() {
        Seat anna = scene.inOps(scene.anna());
        anna.say("/awake");
        scene.sees(anna, "There is no storm in this chat.");

        scene.programs.processes("errored", 3, "online", 0);
        Message storm = scene.sees(anna, "🌪", "fire at once");
        // He may act on another service only.
        scene.presses(scene.inOps(scene.arsen()), storm, "☕ I'm awake");
        assertThat(scene.presses(scene.inOps(scene.lena()), storm, "☕ I'm awake"))
                .contains("/awake");
        scene.sees(anna, "You may look at s", "but not act on it");
        assertThat(scene.said(anna)).noneMatch(message -> message.text().contains("☕ arsen"));
        assertThat(scene.said(anna)).anyMatch(message -> message.text().startsWith("🌪"));
    }
}
