package pikett.config.file;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import pikett.config.Surroundings;

/// Surroundings in which only these variables and files exist.
record PlannedSurroundings(Map<String, String> variables, Map<Path, SecretFile> files)
        implements Surroundings {
    static final String TOKEN = "123456789:AAFakeFakeFakeFakeFakeFakeFakeFake-_1";

    /// What the example files refer to, and a few things that are wrong.
    static final PlannedSurroundings USUAL =
            new PlannedSurroundings(
                    Map.of(
                            "CREDENTIALS_DIRECTORY", "/run/credentials/pikett",
                            "TELEGRAM_TOKEN", TOKEN,
                            "GRAFANA_HOOK_TOKEN", "hunter2-of-grafana-hook",
                            "DEPLOY_HOOK_SECRET", "hunter2-of-deploy-hook",
                            "BACKUP_BEARER", "hunter2-hunter2-hunter2",
                            "OTHER_BEARER", "hunter2-hunter2-hunter3",
                            "NTFY_TOKEN", "tk_fake",
                            "EMPTY", "  ",
                            "NOT_A_TOKEN", "hunter2-hunter2"),
                    Map.of(
                            Path.of("/run/credentials/pikett/telegram-token"),
                            found(TOKEN + "\n"),
                            Path.of("/run/credentials/pikett/script-token"),
                            found("hunter2-of-the-scripts"),
                            Path.of("/run/credentials/pikett/alertmanager-token"),
                            found("hunter2-of-alertmanager"),
                            Path.of("/etc/pikett/token"),
                            found("  " + TOKEN + "\n"),
                            Path.of("/etc/pikett/two-lines"),
                            found("first\nsecond"),
                            Path.of("/etc/pikett/open"),
                            new SecretFile.Found(TOKEN, true),
                            Path.of("/etc/pikett/smtp"),
                            found("hunter2\n"),
                            Path.of("/etc/pikett/locked"),
                            new SecretFile.Unreadable("permission denied")));

    @Override
    public Optional<String> environment(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    @Override
    public SecretFile file(Path path) {
        return files.getOrDefault(path, new SecretFile.Missing());
    }

    private static SecretFile found(String text) {
        return new SecretFile.Found(text, false);
    }
}
