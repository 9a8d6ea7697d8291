package pikett.bot.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import pikett.adapters.redaction.Redactor;
import pikett.bot.ownership.Ownership;
import pikett.config.PikettConfig;
import pikett.config.Problem;
import pikett.config.file.ConfigReader;
import pikett.config.file.ConfigResult;
import pikett.config.file.ThisProcess;

/// Which configuration a verb works with.
final class ConfigOption {
    private static final Path SYSTEM = Path.of("/etc/pikett/pikett.yaml");
    private static final Path HERE = Path.of("pikett.yaml");

    private final Otherwise otherwise;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "the configuration; otherwise $PIKETT_CONFIG, ./pikett.yaml, /etc/pikett/pikett.yaml")
    private @Nullable Path file;

    ConfigOption() {
        this(new Otherwise(HERE, Optional.ofNullable(System.getenv("PIKETT_CONFIG"))));
    }

    ConfigOption(Otherwise otherwise) {
        this.otherwise = otherwise;
    }

    /// What stands for the option when it is not given.
    ///
    /// @param here a file that is taken where it is found
    /// @param named by the environment
    record Otherwise(Path here, Optional<String> named) {}

    /// A configuration that can be worked with.
    record Usable(PikettConfig config, Redactor redactor, String effective) {}

    Path file() {
        return named().orElseGet(() -> Files.exists(otherwise.here()) ? otherwise.here() : SYSTEM);
    }

    private Optional<Path> named() {
        return Optional.ofNullable(file).or(() -> otherwise.named().map(Path::of));
    }

    /// Reads it; prints every mistake to standard error when there are any.
    Optional<Usable> read() {
        return load().map(loaded -> {
            Redactor redactor = Redactor.of(loaded.secrets());
            Logs.keepOut(redactor);
            return new Usable(loaded.config(), redactor, loaded.effective());
        });
    }

    /// Reads it, and says what came of it.
    ConfigResult result() {
        return named().isEmpty() && file().equals(otherwise.here())
                ? found(otherwise.here())
                : new ConfigReader(new ThisProcess()).read(file());
    }

    /// In a folder such as /tmp anybody may have put it there.
    private static ConfigResult found(Path here) {
        Optional<Problem> why;
        try {
            why = Ownership.of(here).whyNotToFollow(here);
        } catch (IOException _) {
            why =
                    Optional.of(
                            new Problem(
                                    here.toString(),
                                    0,
                                    0,
                                    "it cannot be seen whom it belongs to",
                                    "name it with --config if you trust it"));
        }
        return why.<ConfigResult>map(problem -> new ConfigResult.Invalid(List.of(problem)))
                .orElseGet(() -> new ConfigReader(new ThisProcess()).read(here));
    }

    /// Reads it; prints every mistake to standard error when there are any.
    Optional<ConfigResult.Loaded> load() {
        return switch (result()) {
            case ConfigResult.Loaded loaded -> Optional.of(loaded);
            case ConfigResult.Invalid(List<?> problems) -> {
                problems.forEach(System.err::println);
                System.err.println(
                        problems.size() == 1 ? "1 mistake." : problems.size() + " mistakes.");
                yield Optional.empty();
            }
        };
    }
}
