package pikett.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pikett.config.ChatConfig;
import pikett.config.Frequency;
import pikett.config.HostConfig;
import pikett.config.Language;
import pikett.config.PersonConfig;
import pikett.config.PikettConfig;
import pikett.config.QueueConfig;
import pikett.config.Role;
import pikett.config.RunbookConfig.Step;
import pikett.config.Secret;
import pikett.config.ServiceConfig.Supervision;
import pikett.config.Severity;
import pikett.config.SourceConfig;

class ExampleFilesTest {
    @Test
    void theExampleIsReadAsItsCommentsSay() {
        PikettConfig config = load("pikett.example.yaml").config();

        assertThat(config.telegram().token().reveal()).isEqualTo(PlannedSurroundings.TOKEN);
        assertThat(config.telegram().chats())
                .containsEntry(
                        "ops",
                        new ChatConfig(
                                -1001234567890L,
                                Optional.of(12),
                                Language.DE,
                                ZoneId.of("Europe/Berlin"),
                                Optional.empty()))
                .hasEntrySatisfying(
                        "feed", feed -> assertThat(feed.quietBelow()).contains(Severity.CRITICAL));
        assertThat(config.people())
                .containsEntry(
                        "arsen",
                        new PersonConfig(
                                601999,
                                Role.OPERATOR,
                                Optional.of(Language.RU),
                                List.of("ai-admin-*")));
        assertThat(config.hosts())
                .containsExactly(
                        Map.entry(
                                "prod-1",
                                new HostConfig.Ssh(
                                        "deploy",
                                        "203.0.113.7",
                                        22,
                                        new HostConfig.Login.KeyFile(
                                                Path.of("/etc/pikett/id_ed25519")),
                                        new HostConfig.Trust.KnownHosts(
                                                Path.of("/etc/pikett/known_hosts")),
                                        Optional.empty())),
                        Map.entry("here", new HostConfig.Local()));
        assertThat(config.inbound().port()).isEqualTo(9095);
        assertThat(config.storage().url().reveal())
                .isEqualTo("jdbc:sqlite:/var/lib/pikett/pikett.db");
    }

    @Test
    void theExampleKeepsServicesAndRunbooksInOrder() {
        PikettConfig config = load("pikett.example.yaml").config();

        assertThat(config.services().keySet())
                .containsExactly(
                        "ai-admin-api",
                        "ai-admin-worker-v2",
                        "messages-redis",
                        "caddy",
                        "worker",
                        "legacy");
        assertThat(config.services())
                .hasEntrySatisfying(
                        "legacy",
                        legacy ->
                                assertThat(legacy.supervisor())
                                        .isEqualTo(
                                                new Supervision.Commands(
                                                        List.of("/opt/legacy/ctl", "status"),
                                                        List.of("/opt/legacy/ctl", "restart"),
                                                        List.of(
                                                                "tail",
                                                                "-n",
                                                                "{lines}",
                                                                "/var/log/legacy.log"))));
        assertThat(config.queues())
                .hasEntrySatisfying(
                        "messages",
                        queue ->
                                assertThat(queue.kind())
                                        .isEqualTo(new QueueConfig.Kind.Bullmq("messages")));
        assertThat(config.runbooks())
                .hasEntrySatisfying(
                        "company",
                        company ->
                                assertThat(company.steps())
                                        .containsExactly(
                                                new Step.Run(
                                                        List.of(
                                                                "/opt/ai-admin/scripts/recovery.sh",
                                                                "company",
                                                                "{id}"),
                                                        "prod-1",
                                                        Duration.ofMinutes(2))));
    }

    @Test
    void theExampleTakesAlertsFromFourSources() {
        Map<String, SourceConfig> sources =
                load("pikett.example.yaml").config().inbound().sources();

        assertThat(sources).containsOnlyKeys("alertmanager", "grafana", "scripts", "deploys");
        assertThat(sources)
                .containsEntry(
                        "deploys",
                        new SourceConfig(
                                new SourceConfig.Payload.Json(
                                        new SourceConfig.Mapping(
                                                "/title",
                                                Optional.of("/level"),
                                                Optional.of(
                                                        new SourceConfig.ResolvedWhen(
                                                                "/state", true, "ok")),
                                                List.of("/id"),
                                                Optional.of("/text"),
                                                Map.of("service", "/app"),
                                                Optional.of("/url"),
                                                Optional.of("/since"))),
                                new SourceConfig.Credentials.Hmac(
                                        List.of(new Secret("hunter2-of-deploy-hook"))),
                                1024 * 1024,
                                new Frequency(600, Duration.ofMinutes(1)),
                                Duration.ofHours(24)));
    }

    @Test
    void tenLinesAreEnough() {
        PikettConfig config = load("minimal.yaml").config();

        assertThat(config.people()).containsOnlyKeys("anna");
        assertThat(config.hosts()).containsOnlyKeys("prod-1");
        assertThat(config.services()).containsOnlyKeys("api");
        assertThat(config.server().health()).isTrue();
    }

    private static ConfigResult.Loaded load(String file) {
        ConfigResult result = new ConfigReader(PlannedSurroundings.USUAL).read(Path.of(file));
        assertThat(result).isInstanceOf(ConfigResult.Loaded.class);
        return (ConfigResult.Loaded) result;
    }
}
