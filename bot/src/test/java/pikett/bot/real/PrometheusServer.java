package pikett.bot.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Prometheus on a high port of 127.0.0.1, with one rule: it fires while nobody answers on a port. Its
/// Alertmanager is Pikett.
final class PrometheusServer implements AutoCloseable {
    private final Started process;

    /// @param watched the port on which somebody should answer
    /// @param alertmanager the port of Pikett
    /// @param bearer what is shown to Pikett
    PrometheusServer(Path folder, int watched, int alertmanager, String bearer) throws IOException {
        Files.createDirectories(folder);
        int port = Programs.freePort();
        Files.writeString(
                folder.resolve("rules.yml"),
                """
                groups:
                  - name: shop
                    interval: 1s
                    rules:
                      - alert: ShopIsGone
                        expr: up{job="shop"} == 0
                        labels: { severity: critical, service: shop }
                        annotations: { summary: Nobody answers in the shop }
                """);
        Path config = folder.resolve("prometheus.yml");
        Files.writeString(
                config,
                """
                global: { scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s }
                rule_files: [ '%s' ]
                scrape_configs:
                  - job_name: shop
                    static_configs: [ { targets: [ '127.0.0.1:%d' ] } ]
                alerting:
                  alertmanagers:
                    - static_configs: [ { targets: [ '127.0.0.1:%d' ] } ]
                      authorization: { credentials: '%s' }
                """
                        .formatted(folder.resolve("rules.yml"), watched, alertmanager, bearer));
        this.process =
                Started.of(
                        List.of(
                                "prometheus",
                                "--config.file=" + config,
                                "--storage.tsdb.path=" + folder.resolve("kept"),
                                "--web.listen-address=127.0.0.1:" + port),
                        Map.of("HOME", folder.toString()),
                        folder.resolve("log"),
                        () -> Programs.listens(port));
    }

    @Override
    public void close() {
        process.close();
    }
}
