package pikett.bot.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.bot.service.Notified;
import pikett.playground.Playground;
import pikett.playground.PlaygroundSettings;
import pikett.playground.telegram.Seat;

/// Who installs the .deb has a service that says how it is, and tells people what happens.
@Tag("real")
class RealPackageTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String BEARER = "bearer-of-the-installed-one";
    private static final String NO_CACHE = "started without the AOT cache";

    /// Half an hour later than the program believes it was made.
    private static final FileTime OTHER_TIME = FileTime.from(Instant.parse("2026-11-01T00:30:00Z"));

    @TempDir static Path root;
    private static Installed installed;

    @TempDir Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = Programs.freePort();
    private final Playground playground =
            Playground.start(PlaygroundSettings.onPort(0).withoutWorld(), InstantSource.system());
    private Notified systemd;

    @BeforeAll
    static void install() throws IOException {
        installed = new Installed(root);
    }

    @BeforeEach
    void open() {
        systemd = new Notified(folder.resolve("notify").toString());
    }

    @AfterEach
    void close() {
        systemd.close();
        playground.close();
    }

    private Phone inGroup() {
        Seat seat =
                playground
                        .cloud()
                        .seat(playground.cast().anna().id(), playground.cast().ops().id());
        return new Phone(playground.cloud(), seat);
    }

    private void configure() throws IOException {
        Files.createDirectory(folder.resolve("credentials"));
        Files.writeString(
                folder.resolve("credentials/telegram-token"), playground.api().token() + "\n");
        Files.writeString(
                installed.configuration(),
                """
                telegram:
                  token: ${credential:telegram-token}
                  api-url: %s
                  chats: { ops: { id: %d } }
                people: { anna: { telegram: %d, role: admin, language: en } }
                storage: { url: 'jdbc:sqlite:%s' }
                inbound:
                  listen: 127.0.0.1:%d
                  sources:
                    hook: { type: json, bearer: %s, title: /title, severity: /level, resolved-when: /state == 'ok' }
                """
                        .formatted(
                                playground.api().address(),
                                playground.cast().ops().id().value(),
                                playground.cast().anna().id().value(),
                                Files.createDirectories(installed.root.resolve("var/lib/pikett"))
                                        .resolve("pikett.db"),
                                port,
                                BEARER));
    }

    /// As systemd starts it, with three seconds for each beat.
    private Started start(Path log) throws IOException {
        return Started.of(
                installed.execStart(),
                Map.of(
                        "NOTIFY_SOCKET",
                        folder.resolve("notify").toString(),
                        "WATCHDOG_USEC",
                        "3000000",
                        "CREDENTIALS_DIRECTORY",
                        folder.resolve("credentials").toString()),
                log,
                () -> systemd.lines().contains("READY=1"));
    }

    private int hook(String state) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                "http://127.0.0.1:%d/hooks/hook".formatted(port)))
                                .header("Authorization", "Bearer " + BEARER)
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                """
                                                {"title": "The coffee is out", "level": "critical", "state": "%s"}
                                                """
                                                        .formatted(state)))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private long beats() {
        return systemd.lines().stream().filter("WATCHDOG=1"::equals).count();
    }

    @Test
    void without_a_configuration_it_says_what_to_do_and_is_not_started_again() throws IOException {
        Files.deleteIfExists(installed.configuration());

        Programs.Ended ended = Programs.run(Map.of(), installed.execStart());

        assertThat(ended.exit()).isEqualTo(78);
        assertThat(ended.output())
                .contains(installed.configuration() + " does not exist", "pikett init");
    }

    @Test
    void it_says_that_it_is_ready_and_lives_brings_an_alert_to_its_end_and_says_that_it_ends()
            throws Exception {
        configure();
        Path log = folder.resolve("log");
        try (Started service = start(log)) {
            assertThat(hook("bad")).as("ready means that it listens").isEqualTo(200);
            Phone anna = inGroup();
            anna.becomes(anna.sees("🔴 The coffee is out", "critical"), "🔴 The coffee is out");
            long before = beats();
            await().atMost(PATIENCE).until(() -> beats() > before + 1);
            assertThat(hook("ok")).isEqualTo(200);
            anna.sees("✅ The coffee is out");

            assertThat(systemd.lines()).doesNotContain("STOPPING=1");
            assertThat(service.end()).isZero();
        }
        assertThat(systemd.lines()).startsWith("READY=1").endsWith("STOPPING=1", "STATUS=ending");
        assertThat(Files.readString(log)).contains("\"stopped\"").doesNotContain(NO_CACHE);
    }

    @Test
    void a_cache_that_does_not_fit_is_a_warning_that_says_why() throws Exception {
        Path jar = jar("quartz-");
        FileTime right = Files.getLastModifiedTime(jar);
        Files.setLastModifiedTime(jar, OTHER_TIME);
        try {
            assertThat(warning()).contains("WARN", "quartz-", "timestamp has changed");
        } finally {
            Files.setLastModifiedTime(jar, right);
        }
    }

    @Test
    void without_a_cache_it_starts_and_says_so() throws Exception {
        Path cache = installed.home().resolve("lib/pikett.aot");
        Path away = Files.move(cache, folder.resolve("away"));
        try {
            assertThat(warning()).contains("WARN", "there is no " + cache);
        } finally {
            Files.move(away, cache);
        }
    }

    private static Path jar(String begin) throws IOException {
        try (Stream<Path> jars = Files.list(installed.home().resolve("lib"))) {
            return jars.filter(file -> file.getFileName().toString().startsWith(begin))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private String warning() throws IOException {
        configure();
        Path log = folder.resolve("log");
        try (Started _ = start(log)) {
            await().atMost(PATIENCE).until(() -> Files.readString(log).contains(NO_CACHE));
        }
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains(NO_CACHE))
                .findFirst()
                .orElseThrow();
    }

    /// After all others: afterwards nothing is there any more.
    @AfterAll
    static void who_removes_it_keeps_what_is_his_until_he_says_otherwise() throws IOException {
        List<Path> his =
                List.of(installed.configuration(), installed.root.resolve("var/lib/pikett"));
        assertThat(installed.root.resolve("usr/bin/pikett")).isSymbolicLink();

        installed.remove();
        assertThat(installed.home()).doesNotExist();
        assertThat(his).allSatisfy(path -> assertThat(path).exists());

        installed.purge();
        assertThat(his).allSatisfy(path -> assertThat(path).doesNotExist());
    }
}
