package pikett.bot.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Our .deb, installed by dpkg below a folder that is the root of nothing else.
final class Installed {
    private static final Path MADE = Path.of("..", "target").toAbsolutePath().normalize();

    final Path root;

    /// @param root is created
    Installed(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(root.resolve("var/lib/dpkg/info"));
        Files.createDirectories(root.resolve("var/lib/dpkg/updates"));
        Files.createFile(root.resolve("var/lib/dpkg/status"));
        dpkg("--install", deb().toString());
    }

    private static Path deb() throws IOException {
        try (Stream<Path> files = Files.list(MADE)) {
            return files.filter(file -> file.toString().endsWith("_amd64.deb"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no .deb; run ./dev package"));
        }
    }

    /// Nothing else is installed there, so that what the .deb needs is missed.
    private void dpkg(String... arguments) {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                "dpkg",
                                "--root=" + root,
                                "--force-not-root",
                                "--force-script-chrootless",
                                "--force-depends"));
        line.addAll(Arrays.asList(arguments));
        Programs.output(line.toArray(String[]::new));
    }

    void purge() {
        dpkg("--purge", "pikett");
    }

    void remove() {
        dpkg("--remove", "pikett");
    }

    Path configuration() {
        return root.resolve("etc/pikett/pikett.yaml");
    }

    Path home() {
        return root.resolve("opt/pikett");
    }

    /// What the unit starts, by its own words.
    List<String> execStart() throws IOException {
        String unit = Files.readString(root.resolve("usr/lib/systemd/system/pikett.service"));
        String line =
                unit.lines()
                        .filter(said -> said.startsWith("ExecStart="))
                        .findFirst()
                        .orElseThrow()
                        .substring("ExecStart=".length());
        return Arrays.stream(line.split(" "))
                .map(word -> word.startsWith("/") ? root + word : word)
                .toList();
    }
}
