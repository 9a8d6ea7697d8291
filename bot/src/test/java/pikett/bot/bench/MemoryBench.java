package pikett.bot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Stream;
import pikett.playground.Playground;
import pikett.playground.PlaygroundSettings;

/// What Pikett takes of a small server, beside Alertmanager and a bot in Node that has nothing to do.
final class MemoryBench {
    private static final int CHECKS = 50;
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration MEASURED = Duration.ofMinutes(10);
    private static final long MEGABYTE = 1_000_000;

    private MemoryBench() {}

    static String measure(Path folder) throws Exception {
        try (Playground playground =
                        Playground.start(
                                PlaygroundSettings.onPort(0).withoutWorld(),
                                InstantSource.system());
                CheckedWeb web =
                        new CheckedWeb(folder, playground, CHECKS, EVERY, PackagedBot::new);
                ManyChats.Running alertmanager = new ManyChats(playground, 1).alertmanager(folder);
                MeasuredProcess hubot = hubot(folder)) {
            web.awaitLooks(1);
            Thread.sleep(MEASURED);
            MeasuredProcess theirs = alertmanager.process();
            return """
            | After %d minutes | Pikett, %d checks a minute | Alertmanager, idle | Hubot, idle | Pikett / Alertmanager | Pikett / Hubot |
            |---|---|---|---|---|---|
            | resident memory | %d MB | %d MB | %d MB | %.2f | %.2f |
            | CPU since the start | %.1f s | %.1f s | %.1f s | | |
            | threads | %d | %d | %d | | |

            Installed, Pikett takes %d MB.

            """
                    .formatted(
                            MEASURED.toMinutes(),
                            CHECKS,
                            web.bot.residentMegabytes(),
                            theirs.residentMegabytes(),
                            hubot.residentMegabytes(),
                            (double) web.bot.residentMegabytes() / theirs.residentMegabytes(),
                            (double) web.bot.residentMegabytes() / hubot.residentMegabytes(),
                            web.bot.cpu().toMillis() / 1000.0,
                            theirs.cpu().toMillis() / 1000.0,
                            hubot.cpu().toMillis() / 1000.0,
                            web.bot.threads(),
                            theirs.threads(),
                            hubot.threads(),
                            installed() / MEGABYTE);
        }
    }

    /// In a chat where nobody says anything.
    private static MeasuredProcess hubot(Path folder) throws IOException {
        Path node = Path.of("bot", "target", "bench").toAbsolutePath();
        return new MeasuredProcess(
                folder.resolve("hubot.log"),
                "node",
                node.resolve("node_modules/hubot/bin/Hubot.mjs").toString(),
                "--file",
                node.resolve("idle.mjs").toString(),
                "--name",
                "bench");
    }

    private static long installed() throws IOException {
        try (Stream<Path> files = Files.walk(PackagedBot.HOME)) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }
}
