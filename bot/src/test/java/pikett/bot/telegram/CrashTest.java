package pikett.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static pikett.bot.telegram.EdgeDesk.soon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.adapters.store.Store;
import pikett.adapters.store.Stores;
import pikett.config.Secret;

/// Kill -9 of a true process, at points around the hand-over.
class CrashTest {
    @TempDir Path folder;
    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void killedInTheMiddleOfACommandItIsReportedAndNotStartedAgain() throws Exception {
        keep(Updates.command(1, "/restart", " api"));
        Process bot = bot("hang");
        soon().until(() -> acts().equals(List.of("FRESH /restart api")));
        bot.destroyForcibly().waitFor();

        bot("finish");
        soon().until(() ->
                acts().equals(List.of("FRESH /restart api", "INTERRUPTED /restart api")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 25})
    void killedAtAnyTimeNoCommandIsStartedTwice(int milliseconds) throws Exception {
        keep(
                IntStream.rangeClosed(1, 40)
                        .mapToObj(n -> Updates.command(n, "/restart", " s" + n))
                        .toArray(ObjectNode[]::new));
        Process bot = bot("finish");
        soon().until(() -> !acts().isEmpty());
        assertThat(bot.waitFor(milliseconds, TimeUnit.MILLISECONDS)).isFalse();
        bot.destroyForcibly().waitFor();

        bot("finish");
        soon().until(() -> acts().stream().map(CrashTest::command).distinct().count() == 40);
        List<String> started =
                acts().stream()
                        .filter(act -> act.startsWith("FRESH"))
                        .map(CrashTest::command)
                        .toList();
        assertThat(started).doesNotHaveDuplicates();
    }

    private static String command(String act) {
        return act.substring(act.indexOf(' '));
    }

    private void keep(ObjectNode... updates) {
        try (Store store = Stores.open(new Secret(url()))) {
            new Inbox(store, 42, CrashingBot.CLOCK)
                    .keep(
                            UpdateBatch.of(
                                    ApiAnswer.JSON.createArrayNode().addAll(List.of(updates))));
        }
    }

    private Process bot(String mode) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                CrashingBot.class.getName(),
                                url(),
                                folder.resolve("acts").toString(),
                                mode)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("out").toFile())
                        .start();
        processes.add(process);
        return process;
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("crash.db");
    }

    private List<String> acts() throws IOException {
        Path acts = folder.resolve("acts");
        return Files.exists(acts) ? Files.readAllLines(acts) : List.of();
    }
}
