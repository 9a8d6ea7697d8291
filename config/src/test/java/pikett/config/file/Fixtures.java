package pikett.config.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The files in `src/test/resources/config`.
final class Fixtures {
    static final Path FOLDER = Path.of("src/test/resources/config");

    private Fixtures() {}

    /// Files whose mistake the reader must find.
    static List<Path> bad() throws IOException {
        return startingWith("bad-");
    }

    /// Files that must load.
    static List<Path> good() throws IOException {
        return Stream.concat(
                        startingWith("good-").stream(),
                        Stream.of(Path.of("pikett.example.yaml"), Path.of("minimal.yaml")))
                .toList();
    }

    static ConfigResult read(Path file) throws IOException {
        return new ConfigReader(PlannedSurroundings.USUAL)
                .read(String.valueOf(file.getFileName()), Files.readAllBytes(file));
    }

    private static List<Path> startingWith(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> String.valueOf(file.getFileName()).startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }
}
