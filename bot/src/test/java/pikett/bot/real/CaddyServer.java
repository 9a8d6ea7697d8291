package pikett.bot.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Caddy on a high port of 127.0.0.1 in front of another one.
final class CaddyServer implements AutoCloseable {
    private final Path folder;
    private final int port = Programs.freePort();
    private final Started process;

    /// @param behind the port to which it passes everything on
    CaddyServer(Path folder, int behind) throws IOException {
        this.folder = Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("Caddyfile"),
                """
                {
                    admin off
                    auto_https off
                }
                http://127.0.0.1:%d {
                    bind 127.0.0.1
                    reverse_proxy 127.0.0.1:%d
                }
                """
                        .formatted(port, behind));
        this.process =
                Started.of(
                        List.of(
                                "caddy",
                                "run",
                                "--adapter",
                                "caddyfile",
                                "--config",
                                folder.resolve("Caddyfile").toString()),
                        Map.of("HOME", folder.toString(), "XDG_DATA_HOME", folder.toString()),
                        log(),
                        () -> Programs.listens(port));
    }

    long pid() {
        return process.pid();
    }

    String url() {
        return "http://127.0.0.1:%d/health".formatted(port);
    }

    Path log() {
        return folder.resolve("log");
    }

    @Override
    public void close() {
        process.close();
    }
}
