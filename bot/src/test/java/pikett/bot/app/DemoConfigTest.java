package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.config.file.ConfigReader;
import pikett.config.file.ConfigResult;
import pikett.config.file.ThisProcess;
import pikett.playground.Playground;
import pikett.playground.PlaygroundSettings;
import pikett.playground.world.SampleApp;
import pikett.playground.world.WorldFacts;

final class DemoConfigTest {
    @Test
    void theDemoHasAConfigurationWithoutAMistake(@TempDir Path folder) throws IOException {
        WorldFacts world =
                new WorldFacts(
                        folder,
                        folder.resolve("bin"),
                        URI.create("redis://127.0.0.1:6379/0"),
                        "messages",
                        List.of(
                                new SampleApp(0, "ai-admin-api", 3000, folder),
                                new SampleApp(1, "ai-admin-worker-v2", 3001, folder)));
        try (Playground playground =
                Playground.start(
                        PlaygroundSettings.onPort(0).withoutWorld(), InstantSource.system())) {
            Path file = folder.resolve("pikett.yaml");
            Files.writeString(file, DemoConfig.yaml(playground, world));
            ConfigResult read = new ConfigReader(new ThisProcess()).read(file);
            assertThat(read).isInstanceOf(ConfigResult.Loaded.class);
        }
    }
}
