package pikett.bot.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import pikett.adapters.redaction.Redactor;
import pikett.config.PikettConfig;
import pikett.config.file.ConfigReader;
import pikett.config.file.ConfigResult;
import pikett.config.file.ThisProcess;

/// Which configuration a verb works with.
final class ConfigOption {
    private static final Path SYSTEM = Path.of("/etc/pikett/pikett.yaml");
    private static final Path HERE = Path.of("pikett.yaml");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "the configuration; otherwise $PIKETT_CONFIG, ./pikett.yaml, /etc/pikett/pikett.yaml")
    private @Nullable Path file;

    /// A configuration that can be worked with.
    record Usable(PikettConfig config, Redactor redactor, String effective) {}

    Path file() {
        return Optional.ofNullable(file)
                .or(() -> Optional.ofNullable(System.getenv("PIKETT_CONFIG")).map(Path::of))
                .orElseGet(() -> Files.exists(HERE) ? HERE : SYSTEM);
    }

    /// Reads it; prints every mistake to standard error when there are any.
    Optional<Usable> read() {
        return switch (new ConfigReader(new ThisProcess()).read(file())) {
            case ConfigResult.Loaded loaded -> {
                Redactor redactor = Redactor.of(loaded.secrets());
                Logs.keepOut(redactor);
                yield Optional.of(new Usable(loaded.config(), redactor, loaded.effective()));
            }
            case ConfigResult.Invalid(List<?> problems) -> {
                problems.forEach(System.err::println);
                System.err.println(
                        problems.size() == 1 ? "1 mistake." : problems.size() + " mistakes.");
                yield Optional.empty();
            }
        };
    }
}
