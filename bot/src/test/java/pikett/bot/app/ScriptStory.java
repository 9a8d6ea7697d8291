package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.playground.telegram.Seat;
import pikett.playground.telegram.message.Message;

/// A script raises an alert with `pikett notify`, and ends it.
final class ScriptStory {
    private static final String TOKEN = "canary-of-the-script-5b1d7f3e";

    @TempDir Path folder;
    private Scene scene;
    private Seat ops;

    @BeforeEach
    void open() throws Exception {
        scene =
                new Scene(
                        folder,
                        """
                        hosts: { here: { local: true } }
                        services: { api: { host: here, pm2: api } }
                        """,
                        "scripts: { type: pikett, bearer: '%s' }".formatted(TOKEN));
        ops = scene.inOps(scene.anna());
        Files.writeString(folder.resolve("token"), TOKEN + "\n");
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void what_a_script_raises_is_a_card_until_it_ends_it() {
        assertThat(notify("--severity", "critical", "--id", "import", "The import hangs")).isZero();
        Message card = scene.sees(ops, "🔴 The import hangs");

        assertThat(notify("--id", "other", "--resolve")).isZero();
        assertThat(notify("--resolve", "--for", "import")).isZero();
        assertThat(scene.sees(ops, "✅ The import hangs").id()).isEqualTo(card.id());
    }

    @Test
    void two_that_share_nothing_are_two_cards() {
        assertThat(notify("One")).isZero();
        assertThat(notify("--label", "team=ops", "Two")).isZero();

        assertThat(scene.sees(ops, "🟠 One").id())
                .isNotEqualTo(scene.sees(ops, "🟠 Two", "team=ops").id());
    }

    @Test
    void who_cannot_tell_it_says_so_and_why() throws Exception {
        Files.writeString(folder.resolve("token"), "not-the-token-of-the-script");
        assertThat(notify("One")).isEqualTo(1);
        assertThat(notify("--source", "other", "One")).isEqualTo(1);
        assertThat(notify("--severity", "bad", "One")).isEqualTo(2);
        assertThat(notify("--resolve")).isEqualTo(2);

        assertThat(scene.said(ops)).noneMatch(said -> said.text().contains("One"));
    }

    private int notify(String... arguments) {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                "notify",
                                "--url",
                                "http://127.0.0.1:" + scene.app().port().orElseThrow(),
                                "--token-file",
                                folder.resolve("token").toString()));
        line.addAll(List.of(arguments));
        PrintWriter said = new PrintWriter(new StringWriter());
        String[] whole = line.toArray(String[]::new);
        return Pikett.commandLine(whole).setOut(said).setErr(said).execute(whole);
    }
}
