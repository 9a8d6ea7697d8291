package pikett.bot.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Alertmanager on a high port of 127.0.0.1 that tells everything to one source of Pikett.
final class AlertmanagerServer implements AutoCloseable {
    private final int port = Programs.freePort();
    private final Started process;

    /// @param hook where it posts
    /// @param bearer what it shows there
    AlertmanagerServer(Path folder, String hook, String bearer) throws IOException {
        Files.createDirectories(folder);
        Path config = folder.resolve("alertmanager.yml");
        Files.writeString(
                config,
                """
                route: { receiver: pikett, group_wait: 0s, group_interval: 1s, group_by: [alertname] }
                receivers:
                  - name: pikett
                    webhook_configs:
                      - url: '%s'
                        send_resolved: true
                        http_config: { authorization: { credentials: '%s' } }
                """
                        .formatted(hook, bearer));
        this.process =
                Started.of(
                        List.of(
                                "prometheus-alertmanager",
                                "--config.file=" + config,
                                "--storage.path=" + folder.resolve("kept"),
                                "--web.listen-address=127.0.0.1:" + port,
                                "--cluster.listen-address="),
                        Map.of("HOME", folder.toString()),
                        folder.resolve("log"),
                        () -> Programs.listens(port));
    }

    String url() {
        return "http://127.0.0.1:%d".formatted(port);
    }

    @Override
    public void close() {
        process.close();
    }
}
