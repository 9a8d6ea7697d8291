package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.alerts.alert.Status;
import pikett.alerts.inbound.Decoded;
import pikett.alerts.inbound.Decoder;
import pikett.alerts.inbound.Statement;
import pikett.config.Severity;
import pikett.config.SourceConfig;
import pikett.config.file.ConfigReader;
import pikett.config.file.ConfigResult;
import pikett.config.file.ThisProcess;
import pikett.playground.Playground;
import pikett.playground.PlaygroundSettings;
import pikett.playground.world.SampleApp;
import pikett.playground.world.WorldFacts;

final class DemoConfigTest {
    private static final Pattern PAYLOAD = Pattern.compile("-d '([^']*)'");

    @TempDir private Path folder;

    @Test
    void theDemoHasAConfigurationWithoutAMistake() throws IOException {
        assertThat(read()).isInstanceOf(ConfigResult.Loaded.class);
    }

    @Test
    void theLineThatThePersonIsToldToTypeRaisesAnAlert() throws IOException {
        Matcher payload = PAYLOAD.matcher(DemoConfig.curl(7171));
        assertThat(payload.find()).isTrue();
        assertThat(decoded(payload.group(1)))
                .isInstanceOfSatisfying(
                        Decoded.Understood.class,
                        understood ->
                                assertThat(understood.statements())
                                        .singleElement()
                                        .returns(Status.FIRING, Statement::status)
                                        .returns(Severity.CRITICAL, Statement::severity));
    }

    @Test
    void theReadmeShowsThatLine() throws IOException {
        assertThat(Files.readString(Path.of("..", "README.md")))
                .contains(DemoConfig.curl(7171).replace("7171", "PORT"));
    }

    private Decoded decoded(String payload) throws IOException {
        SourceConfig demo =
                Objects.requireNonNull(
                        ((ConfigResult.Loaded) read()).config().inbound().sources().get("demo"));
        return new Decoder("demo", demo.payload(), UnaryOperator.identity())
                .decode(payload.getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
    }

    private ConfigResult read() throws IOException {
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
            return new ConfigReader(new ThisProcess()).read(file);
        }
    }
}
