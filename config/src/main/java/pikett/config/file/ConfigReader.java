package pikett.config.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import pikett.config.PikettConfig;
import pikett.config.Problem;
import pikett.config.Surroundings;
import pikett.config.section.RootSection;
import pikett.config.shape.Reading;
import pikett.config.shape.YamlNode;

/// Reads `pikett.yaml`.
///
/// Never throws for what a file may hold. Safe for use by many threads.
public final class ConfigReader {
    /// Room for more than ten thousand checks, and small enough to be read at once.
    private static final int LARGEST_FILE = 2 * 1024 * 1024;

    private final Surroundings surroundings;

    public ConfigReader(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// Reads the file and everything that its secret references point to.
    public ConfigResult read(Path file) {
        try (InputStream input = Files.newInputStream(file)) {
            byte[] content = input.readNBytes(LARGEST_FILE + 1);
            return content.length > LARGEST_FILE
                    ? unusable(file, "it is larger than 2 MiB", "is this the right file?")
                    : read(file.toString(), content);
        } catch (NoSuchFileException _) {
            return unusable(
                    file, "there is no such file", "create it, or name another with --config");
        } catch (IOException _) {
            if (Files.isDirectory(file)) {
                return unusable(file, "it is a folder", "name the file with --config");
            }
            return unusable(file, "it cannot be read", "let the user of Pikett read it");
        }
    }

    /// Reads the content of a file that is called `name` in the problems.
    public ConfigResult read(String name, byte[] content) {
        Reading reading = Reading.of(name, surroundings);
        Optional<YamlNode> root = Utf8.decode(content, reading).flatMap(reading::parse);
        Optional<PikettConfig> config = root.flatMap(node -> RootSection.SHAPE.read(node, reading));
        List<Problem> problems = reading.problems();
        if (problems.isEmpty() && root.isPresent() && config.isPresent()) {
            return new ConfigResult.Loaded(
                    config.get(),
                    reading.secrets(),
                    EffectiveYaml.of(RootSection.SHAPE.print(root.get())));
        }
        return new ConfigResult.Invalid(
                problems.isEmpty()
                        ? List.of(
                                new Problem(
                                        name, 1, 1, "the file is empty", "begin with `telegram:`"))
                        : problems);
    }

    private static ConfigResult unusable(Path file, String what, String wayOut) {
        return new ConfigResult.Invalid(List.of(new Problem(file.toString(), 0, 0, what, wayOut)));
    }
}
