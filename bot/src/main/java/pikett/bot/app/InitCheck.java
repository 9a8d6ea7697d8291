package pikett.bot.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import pikett.adapters.redaction.Redactor;
import pikett.config.Secret;
import pikett.config.file.ConfigReader;
import pikett.config.file.ConfigResult;
import pikett.config.file.ThisProcess;

/// Checks a configuration that was just made: reads it, and reaches everything in it once.
///
/// Not with its own database, which would then belong to the user of this terminal and not to the one that
/// Pikett runs as.
final class InitCheck {
    private static final Path SERVICE = Path.of("/etc/pikett/pikett.yaml");

    private final Path file;
    private final PrintStream out;

    InitCheck(Path file, PrintStream out) {
        this.file = file;
        this.out = out;
    }

    boolean passed() throws IOException {
        return switch (new ConfigReader(new ThisProcess()).read(file)) {
            case ConfigResult.Invalid(List<?> problems) -> {
                problems.forEach(out::println);
                yield false;
            }
            case ConfigResult.Loaded loaded -> {
                Redactor redactor = Redactor.of(loaded.secrets());
                Logs.keepOut(redactor);
                out.println(file + " is good.");
                boolean reached = reached(loaded, redactor);
                out.println(next(reached));
                yield reached;
            }
        };
    }

    private boolean reached(ConfigResult.Loaded loaded, Redactor redactor) throws IOException {
        Path scratch = Files.createTempDirectory("pikett-init");
        try {
            Secret database = new Secret("jdbc:sqlite:" + scratch.resolve("pikett.db"));
            ConfigOption.Usable usable =
                    new ConfigOption.Usable(
                            loaded.config().withDatabase(database), redactor, loaded.effective());
            return new LiveCheck(usable, Ground.real(), out).passed();
        } finally {
            delete(scratch);
        }
    }

    private String next(boolean reached) {
        return reached
                ? """
                Start it:  %s    then write /status to the bot.
                Next, tell it which services, queues and pages to watch; pikett check --config %s --live finds every mistake, and /reload takes it in.\
                """
                        .formatted(start(), file)
                : "Mend what has a ✘, then: pikett check --config %s --live".formatted(file);
    }

    private String start() {
        return file.equals(SERVICE)
                ? "sudo systemctl enable --now pikett"
                : "pikett run --config " + file;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
