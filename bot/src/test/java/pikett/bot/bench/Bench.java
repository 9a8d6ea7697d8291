package pikett.bot.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pikett.playground.Playground;
import pikett.playground.PlaygroundSettings;

/// Measures /status over fifty hosts against fifty `ssh` processes, what the bot takes to start and to
/// idle, ten thousand checks a minute, storms, a long outage, and the way of an alert beside Alertmanager.
/// Prints the figures in Markdown.
public final class Bench {
    private static final int HOSTS = 50;
    private static final int ROUNDS = 7;
    private static final Duration IDLE = Duration.ofSeconds(20);

    private Bench() {}

    /// A part of the whole.
    private interface Part {
        String measure(Path folder) throws Exception;
    }

    /// Runs the parts that are named; without a name all, in about half an hour.
    public static void main(String[] arguments) throws Exception {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("status", Bench::status);
        parts.put("start", StartBench::measure);
        parts.put("checks", CheckBench::measure);
        parts.put("storm", folder -> StormBench.measure(folder, 1_000, Duration.ofSeconds(10)));
        parts.put(
                "great-storm",
                folder -> StormBench.measure(folder, 10_000, Duration.ofSeconds(60)));
        parts.put("outage", Bench::outage);
        parts.put("latency", LatencyBench::measure);
        parts.put("storm-beside", StormBeside::measure);
        parts.put("memory", MemoryBench::measure);
        parts.put("soak", SoakBench::measure);
        if (!parts.keySet().containsAll(List.of(arguments))) {
            System.err.println("bench: the parts are " + String.join(", ", parts.keySet()));
            System.exit(2);
        }
        for (Map.Entry<String, Part> part : parts.entrySet()) {
            if (arguments.length == 0 || List.of(arguments).contains(part.getKey())) {
                Path folder = Files.createTempDirectory("pikett-bench-");
                try {
                    System.out.println(part.getValue().measure(folder));
                } finally {
                    delete(folder);
                }
            }
        }
        System.exit(0);
    }

    private static String status(Path folder) throws Exception {
        PlaygroundSettings settings = PlaygroundSettings.onPort(0).withoutWorld();
        try (SshFarm farm = new SshFarm(folder, HOSTS);
                Playground playground = Playground.start(settings, InstantSource.system())) {
            return measure(farm, playground).asMarkdown(HOSTS);
        }
    }

    private static String outage(Path folder) throws Exception {
        try (Outage outage = new Outage(folder, 50)) {
            Instant begun = Instant.now();
            outage.lasts(Duration.ofHours(6), 50_000);
            Outage.Toll toll = outage.ends();
            return """
            | Telegram away for six hours, %,d messages queued for 50 groups (moved time) | |
            |---|---|
            | read afterwards / given up and accounted for / read twice | %,d / %d / %d |
            | out of order in their chat and urgency | %d |
            | attempts | %,d |
            | told by Telegram to send less (429) | %d |
            | from its return to the last message, moved time (Telegram's limits: 50 min) | %d min |
            | real time | %d s |

            """
                    .formatted(
                            toll.queued(),
                            toll.read(),
                            toll.dead(),
                            toll.twice(),
                            toll.unordered(),
                            toll.attempts(),
                            toll.refused(),
                            toll.drain().toMinutes(),
                            Duration.between(begun, Instant.now()).toSeconds());
        }
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
