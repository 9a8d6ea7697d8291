package pikett.bot.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import pikett.playground.Playground;
import pikett.playground.PlaygroundSettings;

/// Measures /status over fifty hosts against fifty `ssh` processes, and what the bot takes to start and
/// to idle. Prints the figures in Markdown.
public final class Bench {
    private static final int HOSTS = 50;
    private static final int ROUNDS = 7;
    private static final Duration IDLE = Duration.ofSeconds(20);

    private Bench() {}

    /// Runs everything, in about two minutes.
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("pikett-bench-");
        PlaygroundSettings settings = PlaygroundSettings.onPort(0).withoutWorld();
        try (SshFarm farm = new SshFarm(folder, HOSTS);
                Playground playground = Playground.start(settings, InstantSource.system())) {
            System.out.print(measure(farm, playground).asMarkdown(HOSTS));
        } finally {
            delete(folder);
        }
        System.exit(0);
    }

    /// The ways take turns, so that a machine whose speed drifts is the same for all.
    private static Figures measure(SshFarm farm, Playground playground) throws Exception {
        Figures figures = new Figures();
        try (BenchedBot bot = new BenchedBot(farm, playground)) {
            figures.firstAnswer = bot.firstAnswer();
            figures.firstPoll = bot.firstPoll();
            Thread.sleep(IDLE);
            figures.idleFresh = bot.residentMegabytes();
            figures.connecting = bot.status();
            try (SshFleet ssh = new SshFleet(farm)) {
                for (int round = 0; round < ROUNDS; round++) {
                    figures.rounds.add(
                            new Figures.Round(
                                    bot.status(),
                                    ssh.overShared(),
                                    ssh.aloneOverShared(),
                                    ssh.separate()));
                }
            }
            Thread.sleep(IDLE);
            figures.idleUsed = bot.residentMegabytes();
        }
        return figures;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
