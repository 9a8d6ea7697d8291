package pikett.bot.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pikett.playground.Playground;
import pikett.playground.PlaygroundSettings;

/// From the start of the packaged program on a fresh database to the first poll that Telegram answers, with what it
/// loaded beforehand and without, in turn.
final class StartBench {
    private static final int ROUNDS = 9;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path PACKAGE = Path.of("target", "pikett").toAbsolutePath();

    private static final Pattern FIRST_POLL =
            Pattern.compile("\"time\":\"([^\"]+)\".*\"message\":\"polling state=POLLING ");

    private StartBench() {}

    private record Start(double millis, double cpu) {}

    static String measure(Path folder) throws Exception {
        List<Start> with = new ArrayList<>();
        List<Start> without = new ArrayList<>();
        try (Playground playground =
                Playground.start(
                        PlaygroundSettings.onPort(0).withoutWorld(), InstantSource.system())) {
            for (int round = 0; round < ROUNDS; round++) {
                without.add(start(folder.resolve("without-" + round), playground, false));
                with.add(start(folder.resolve("with-" + round), playground, true));
            }
        }
        List<Double> ratios =
                Stream.iterate(0, n -> n < ROUNDS, n -> n + 1)
                        .map(n -> with.get(n).millis() / without.get(n).millis())
                        .toList();
        return """
        | Start of the package to the first poll, %d rounds | median | from | to |
        |---|---|---|---|
        | with the cache | %s |
        | without | %s |
        | with / without, in each round | %s |
        | CPU with the cache | %s |
        | CPU without | %s |

        | Installed | |
        |---|---|
        | all of it | %d MB |
        | the cache | %d MB |
        | the Java runtime | %d MB |

        """
                .formatted(
                        ROUNDS,
                        spread("%.0f ms", with.stream().map(Start::millis).toList()),
                        spread("%.0f ms", without.stream().map(Start::millis).toList()),
                        spread("%.2f", ratios),
                        spread("%.0f ms", with.stream().map(Start::cpu).toList()),
                        spread("%.0f ms", without.stream().map(Start::cpu).toList()),
                        megabytes(PACKAGE),
                        megabytes(PACKAGE.resolve("lib/pikett.aot")),
                        megabytes(PACKAGE.resolve("runtime")));
    }

    private static String spread(String format, List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return Stream.of(sorted.get(sorted.size() / 2), sorted.getFirst(), sorted.getLast())
                .map(value -> format.formatted(value))
                .collect(Collectors.joining(" | "));
    }

    private static Start start(Path folder, Playground playground, boolean cached)
            throws IOException {
        Files.createDirectories(folder);
        Path log = folder.resolve("log");
        try (MeasuredProcess bot =
                new MeasuredProcess(
                        log, line(cached, config(folder, playground)).toArray(String[]::new))) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> FIRST_POLL.matcher(Files.readString(log)).find());
            double cpu = bot.cpu().toMillis();
            Matcher poll = FIRST_POLL.matcher(Files.readString(log));
            if (!poll.find()) {
                throw new IllegalStateException("no poll in " + log);
            }
            return new Start(
                    Duration.between(bot.begun, Instant.parse(poll.group(1))).toMillis(), cpu);
        }
    }

    /// As the launcher has it.
    private static List<String> line(boolean cached, Path config) throws IOException {
        Path lib = PACKAGE.resolve("lib");
        List<String> line = new ArrayList<>();
        line.add(PACKAGE.resolve("runtime/bin/java").toString());
        line.add("@" + lib.resolve("java-options"));
        if (cached) {
            line.add("-XX:AOTCache=" + lib.resolve("pikett.aot"));
        }
        line.add("-Dorg.sqlite.lib.path=" + lib);
        line.add("-Dorg.sqlite.lib.name=libsqlitejdbc.so");
        line.add("-cp");
        line.add(
                Files.readAllLines(lib.resolve("class-path")).stream()
                        .map(jar -> lib.resolve(jar).toString())
                        .collect(Collectors.joining(":")));
        line.addAll(List.of("pikett.bot.app.Pikett", "run", "--config", config.toString()));
        return line;
    }

    private static Path config(Path folder, Playground playground) throws IOException {
        return Files.writeString(
                folder.resolve("pikett.yaml"),
                """
                telegram:
                  token: '%s'
                  api-url: %s
                  chats: { ops: { id: -1001234567890 } }
                people: { anna: { telegram: 111222333, role: admin } }
                hosts: { here: { local: true } }
                storage: { url: 'jdbc:sqlite:%s' }
                inbound: { listen: 127.0.0.1:0 }
                """
                        .formatted(
                                playground.api().token(),
                                playground.api().address(),
                                folder.resolve("pikett.db")));
    }

    private static long megabytes(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return Math.round(bytes / 1e6);
        }
    }
}
