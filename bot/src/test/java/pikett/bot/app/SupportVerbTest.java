package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody who helps gets to see holds no secret, no message, and nobody's name.
final class SupportVerbTest {
    private static final String TOKEN = "7000000009:" + "AAcanaryTOKENcanaryTOKENcanaryTOKEN1";
    private static final List<String> SECRETS =
            List.of(
                    "AAcanaryTOKENcanary",
                    "canary-ssh-password",
                    "canary-redis-password",
                    "canary-bearer-of-am",
                    "canary-smtp-password",
                    "canary-webhook-path",
                    "canary-aws",
                    "AKIAIOSFODNN7CANARY0",
                    "canary-message-text");
    private static final List<String> PEOPLE =
            List.of(
                    "anastasia",
                    "Anastasia",
                    "oncall.lena.k",
                    "m.mueller+alerts",
                    "ops.lead",
                    "deploy@",
                    "111222333",
                    "444555666",
                    "601999777",
                    "1001234567890");

    @TempDir Path folder;
    private Path config;
    private Path log;

    @BeforeEach
    void plant() throws IOException, SQLException {
        config = folder.resolve("pikett.yaml");
        Files.writeString(
                config,
                """
                telegram: { token: '%s', chats: { ops: { id: -1001234567890 } } }
                people:
                  anastasia: { telegram: 111222333, role: admin }
                  lena: { telegram: 444555666, role: viewer }
                hosts: { prod-1: { ssh: 'deploy@203.0.113.7', password: canary-ssh-password, host-key: 'SHA256:%s' } }
                queues: { messages: { host: prod-1, redis: 'redis://user:canary-redis-password@127.0.0.1:6379/0', list: x, warning-when: [waiting > 1] } }
                notify:
                  channels:
                    mail: { smtp: 'smtps://mail.example.org', user: pikett, password: canary-smtp-password, to: [anastasia@example.org, oncall.lena.k@example.org] }
                    push: { webhook: 'https://ntfy.example.org/canary-webhook-path', format: ntfy }
                storage: { url: 'jdbc:sqlite:%s' }
                inbound: { listen: '127.0.0.1:1', sources: { am: { type: alertmanager, bearer: canary-bearer-of-am } } }
                """
                        .formatted(TOKEN, "A".repeat(43), folder.resolve("pikett.db")));
        Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-------"));
        log = folder.resolve("pikett.log");
        Files.writeString(
                log,
                """
                {"actor":"anastasia","message":"command=status","correlation":"k3x9"}
                {"actor":"stranger:601999777","message":"met with silence"}
                calling https://api.telegram.org/bot%1$s/getUpdates with Bearer canary-bearer-of-am
                Anastasia (111222333) wrote in -1001234567890
                mail of m.mueller+alerts@example.org and ops.lead@mail.service.example; deploy@203.0.113.7 runs backup@shop.service
                redis://user:canary-redis-password@127.0.0.1 AKIAIOSFODNN7CANARY0 password=canary-aws
                """
                        .formatted(TOKEN));
        assertThat(run("audit", "verify", "--config", config.toString())).isZero();
        try (Connection database =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("pikett.db"));
                Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE planted (text TEXT)");
            statement.execute("INSERT INTO planted VALUES ('canary-message-text')");
        }
    }

    private static int run(String... arguments) {
        return Pikett.commandLine(arguments).execute(arguments);
    }

    private int support(Path file) {
        return run(
                "support", file.toString(), "--log", log.toString(), "--config", config.toString());
    }

    private static Map<String, String> content(Path file) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        try (InputStream bytes = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(bytes)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                texts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    @Test
    void nothing_planted_gets_out() throws IOException {
        Path file = folder.resolve("support.zip");

        assertThat(support(file)).isZero();

        Map<String, String> texts = content(file);
        assertThat(texts)
                .containsOnlyKeys(
                        "README.txt",
                        "pikett.txt",
                        "configuration.yaml",
                        "health-live.txt",
                        "health-ready.txt",
                        "metrics.txt",
                        "database.txt",
                        "log.txt");
        texts.forEach((name, text) -> {
            SECRETS.forEach(secret -> assertThat(text).as(name).doesNotContain(secret));
            PEOPLE.forEach(person -> assertThat(text).as(name).doesNotContain(person));
        });
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_secret_that_has_a_name_in_it_stays_one() throws IOException {
        Files.writeString(
                config,
                Files.readString(config).replace("canary-smtp-password", "canary-lena-password"));
        Files.writeString(log, "logging in with canary-lena-password\n");
        Path file = folder.resolve("support.zip");

        assertThat(support(file)).isZero();

        assertThat(content(file).get("log.txt"))
                .startsWith("logging in with ")
                .doesNotContain("canary", "password");
    }

    /// The end of the token alone would not be known for one.
    @Test
    void of_a_long_log_the_line_that_is_cut_into_stays_out() throws IOException {
        String end = "canaryTOKEN1 was used\n";
        Files.writeString(
                log,
                TOKEN.replace("canaryTOKEN1", "")
                        + end
                        + "x\n".repeat(((1 << 20) - end.length()) / 2));
        Path file = folder.resolve("support.zip");

        assertThat(support(file)).isZero();

        assertThat(content(file).get("log.txt")).startsWith("x\n").doesNotContain("canary");
    }

    @Test
    void what_helps_is_there() throws IOException {
        Path file = folder.resolve("support.zip");
        assertThat(support(file)).isZero();

        Map<String, String> texts = content(file);

        assertThat(texts.get("pikett.txt"))
                .contains("pikett: pikett ", "java.vm.version: ", "os.name: Linux");
        assertThat(texts.get("configuration.yaml"))
                .contains(
                        "person-1:",
                        "number-of-person-1",
                        "number-of-chat-1",
                        "ops:",
                        "203.0.113.7",
                        "role: admin");
        assertThat(texts.get("database.txt"))
                .contains(
                        "kind: SQLite 3.",
                        "integrity: ok",
                        "rows of planted: 1",
                        "rows of outbox_deliveries: 0")
                .containsPattern("schema: \\d+ scripts, last \\d+");
        assertThat(texts.get("log.txt"))
                .contains(
                        "\"actor\":\"person-1\"",
                        "command=status",
                        "k3x9",
                        "mail of someone@example.org and someone@mail.service.example; someone@203.0.113.7 runs backup@shop.service",
                        "stranger:NUMBER",
                        "person-1 (number-of-person-1)");
        assertThat(texts.get("health-ready.txt")).startsWith("not reached: connection refused");
    }

    @Test
    void nothing_is_written_over_and_no_database_is_made() throws IOException {
        Path file = Files.writeString(folder.resolve("support.zip"), "mine");
        Files.delete(folder.resolve("pikett.db"));

        assertThat(support(file)).isEqualTo(1);
        assertThat(support(folder.resolve("other.zip"))).isZero();

        assertThat(file).hasContent("mine");
        assertThat(folder.resolve("pikett.db")).doesNotExist();
        assertThat(content(folder.resolve("other.zip")).get("database.txt"))
                .startsWith("not read: there is no database");
    }
}
