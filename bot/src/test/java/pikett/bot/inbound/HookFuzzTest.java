package pikett.bot.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import pikett.bot.command.AlertedStore;
import pikett.config.Frequency;
import pikett.config.Secret;
import pikett.config.SourceConfig;
import pikett.config.SourceConfig.Credentials;
import pikett.config.SourceConfig.Mapping;
import pikett.config.SourceConfig.Payload;

/// F57: whatever a source sends, it is kept in the database and can be read from it, or the sender is told
/// what is wrong with it. No content makes an error of ours.
@TestInstance(Lifecycle.PER_CLASS)
final class HookFuzzTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final int MOST_OPEN = 200;
    private static final Headers KNOWN =
            new Headers(Map.of("Authorization", List.of("Bearer the-secret")));
    private static final Map<String, Payload> PAYLOADS =
            Map.of(
                    "alertmanager", new Payload.Alertmanager(),
                    "grafana", new Payload.Grafana(),
                    "pikett", new Payload.Pikett(),
                    "json", new Payload.Json(mapping()));

    private Path folder;
    private int databases;
    private AlertedStore alerted;
    private Hooks hooks;

    @BeforeAll
    void open(@TempDir Path given) throws IOException {
        folder = given;
        open();
    }

    private void open() throws IOException {
        Path database = folder.resolve(Integer.toString(++databases));
        alerted = new AlertedStore(Files.createDirectory(database));
        Map<String, Source> sources = new TreeMap<>();
        PAYLOADS.forEach((name, payload) -> sources.put(name, source(name, payload)));
        hooks =
                new Hooks(
                        sources,
                        statements -> alerted.sources().accept(statements),
                        UnaryOperator.identity(),
                        () -> NOW);
    }

    @AfterAll
    void close() {
        alerted.close();
    }

    @FuzzTest
    void hook(byte[] body) throws IOException {
        for (String name : PAYLOADS.keySet()) {
            Head head = new Head("POST", name, Map.of(), KNOWN);
            assertThat(hooks.turnAway(head)).isEmpty();
            Page page = hooks.answer(new Call(head, Body.of(body)));
            assertThat(page.status()).as(page.body()).isIn(200, 400);
        }
        if (alerted.ways().incidents().countOpen() > MOST_OPEN) {
            assertThat(alerted.ways().incidents().open()).hasSizeGreaterThan(MOST_OPEN);
            close();
            open();
        }
    }

    private static Source source(String name, Payload payload) {
        return Source.of(
                name,
                new SourceConfig(
                        payload,
                        new Credentials.Bearer(List.of(new Secret("the-secret"))),
                        1024 * 1024,
                        new Frequency(Integer.MAX_VALUE, Duration.ofSeconds(1)),
                        Duration.ofHours(24)),
                UnaryOperator.identity(),
                () -> NOW);
    }

    private static Mapping mapping() {
        return new Mapping(
                "/title",
                Optional.of("/severity"),
                Optional.empty(),
                List.of("/id"),
                Optional.of("/text"),
                Map.of("service", "/labels/service"),
                Optional.of("/link"),
                Optional.of("/startsAt"));
    }
}
