package pikett.playground.world;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The folder of a world: `bin` with the commands, `pm2` with the list, the logs and the desk,
/// `backups` for the recovery script.
record WorldFolder(Path root) {
    /// Makes the folders and writes the commands.
    static WorldFolder create(Path root) throws IOException {
        WorldFolder folder = new WorldFolder(root.toAbsolutePath());
        for (Path each : List.of(folder.bin(), folder.logs(), folder.desk(), folder.backups())) {
            Files.createDirectories(each);
        }
        folder.writeCommand("pm2");
        folder.writeCommand("recovery");
        Files.writeString(folder.root.resolve("pm2/pid"), ProcessHandle.current().pid() + "\n");
        return folder;
    }

    Path bin() {
        return root.resolve("bin");
    }

    Path logs() {
        return root.resolve("pm2/logs");
    }

    Path desk() {
        return root.resolve("pm2/desk");
    }

    Path list() {
        return root.resolve("pm2/jlist");
    }

    private Path backups() {
        return root.resolve("backups");
    }

    private void writeCommand(String name) throws IOException {
        try (InputStream in = WorldFolder.class.getResourceAsStream(name + ".sh")) {
            String script =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            Path command = bin().resolve(name);
            Files.writeString(command, script.replace("@VERSION@", Pm2Json.VERSION));
            Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /// Removes the folder with all that is in it.
    void delete() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
