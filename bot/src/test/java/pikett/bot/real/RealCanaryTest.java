package pikett.bot.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import pikett.bot.telegram.FakeProxy;
import pikett.playground.telegram.message.Message;

/// Everything that Pikett was told in confidence comes back from all sides: from hosts, pages, senders of
/// alerts, jobs and servers that refuse it. Nobody reads any of it, and nothing keeps it.
@Tag("real")
@ExtendWith(InRealWorld.class)
class RealCanaryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Map<String, String> ENVIRONMENT =
            Map.of("HOOK_BEARER", Canary.WEBHOOK_BEARER.value());

    private final RealWorld world;
    private final Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = Programs.freePort();
    private final Canaries canaries = new Canaries();
    private final CommandLines commandLines = new CommandLines();
    private final FakeProxy proxy = FakeProxy.socks();
    private final RedisServer redis;
    private final Mirror mirror;
    private final String key;

    RealCanaryTest(RealWorld world, @TempDir Path folder) throws IOException {
        this.world = world;
        this.folder = folder;
        this.redis = new RedisServer(folder.resolve("redis"));
        redis.fill(3, 1);
        redis.lock(Canary.REDIS_PASSWORD.value());
        this.mirror = new Mirror(health());
        this.key = Files.readString(world.folder().resolve("ssh").resolve("login_key"));
        canaries.add("SSH_KEY", key.lines().skip(2).findFirst().orElseThrow());
        plant();
    }

    private void plant() throws IOException {
        Files.writeString(
                folder.resolve("leak.log"), confidences() + "password=canary-status-1f6c\n" + key);
        Path smtp = Files.writeString(folder.resolve("smtp"), Canary.SMTP_PASSWORD.value());
        Files.setPosixFilePermissions(smtp, PosixFilePermissions.fromString("rw-------"));
    }

    @AfterEach
    void stop() throws IOException {
        commandLines.close();
        redis.close();
        mirror.close();
        proxy.close();
    }

    /// All that the configuration knows, a line for each; beside the password of a database, which a file
    /// has not.
    private static String confidences() {
        return Stream.of(Canary.values())
                .filter(canary -> canary.compareTo(Canary.ENVIRONMENT) <= 0)
                .filter(canary -> canary != Canary.DATABASE_PASSWORD)
                .map(canary -> "there was " + canary.value() + "\n")
                .collect(Collectors.joining());
    }

    private static String health() {
        return "{\"status\": \"ok\", \"password\": \"%s\", \"note\": \"%s\"}"
                .formatted(Canary.HEALTH_BODY.value(), confidences().replace("\n", ", "));
    }

    private String targets() {
        return """
        hosts:
          prod-1: %1$s
          vault:
            ssh: '%2$s@127.0.0.1:%3$d'
            password: '%4$s'
            known-hosts: '%5$s'
        services:
          ai-admin-api: { host: prod-1, pm2: ai-admin-api }
          leaky:
            host: prod-1
            commands:
              status: [sh, -c, 'cat "$0" >&2; exit 1', '%6$s/leak.log']
              restart: ['true']
              logs: [cat, '%6$s/leak.log']
            health: { url: '%7$s' }
        queues:
          locked: { host: prod-1, redis: 'redis://default:%8$s@127.0.0.1:%9$d/0', bullmq: messages }
          open: { host: prod-1, redis: 'redis://default:%8$s@127.0.0.1:%10$d/0', bullmq: messages }
        check-defaults: { every: 2s, for: 0s }
        heartbeats: { job: { every: 24h, grace: 1h, severity: critical, bearer: '%11$s' } }
        notify:
          group-by: [alertname]
          group-wait: 1s
          routes: [{ default: true, to: [ops, mail, hook] }]
          channels:
            mail: { smtp: 'smtp://127.0.0.1:%12$d', user: pikett, password: '${file:%6$s/smtp}', from: pikett@example.org, to: [oncall@example.org] }
            hook: { webhook: '%13$s', bearer: '${env:HOOK_BEARER}' }
        outgoing-heartbeat: { url: '%14$s', every: 10s }
        """
                .formatted(
                        world.ssh().yaml(),
                        System.getProperty("user.name"),
                        world.ssh().port(),
                        Canary.SSH_PASSWORD.value(),
                        world.folder().resolve("ssh").resolve("known_hosts"),
                        folder,
                        mirror.at("/health"),
                        Canary.REDIS_PASSWORD.encoded(),
                        redis.port(),
                        URI.create(world.redisUrl()).getPort(),
                        Canary.JOB_BEARER.value(),
                        mirror.mailPort(),
                        mirror.at("/services/" + Canary.WEBHOOK_ADDRESS.value()),
                        mirror.at("/ping/" + Canary.BEAT_ADDRESS.value()));
    }

    private SiteTerms terms() {
        return SiteTerms.PLAIN
                .listening(
                        port,
                        """
                        sources: {
                            prometheus: { type: alertmanager, bearer: '%s' },
                            signed: { type: grafana, hmac-sha256: '%s' },
                            scripts: { type: pikett, bearer: '%s' } }\
                        """
                                .formatted(
                                        Canary.SOURCE_BEARER.value(),
                                        Canary.SOURCE_SIGNING.value(),
                                        Canary.SCRIPT_BEARER.value()))
                .withTelegram(
                        "proxy: 'socks5://pikett:%s@127.0.0.1:%d'"
                                .formatted(Canary.PROXY_PASSWORD.encoded(), proxy.port()))
                .finding(ENVIRONMENT);
    }

    @Test
    void nothing_told_in_confidence_is_shown_or_kept() throws Exception {
        try (Site site = new Site(folder, targets(), terms())) {
            everythingComesBack(site);
        }
        canaries.assertNothingFound();
    }

    private void everythingComesBack(Site site) throws Exception {
        Phone ops = site.inGroup(site.cast().anna());
        Phone anna = site.phone(site.cast().anna());

        postAlerts(site, "");
        runJob(site);
        ops.tap(ops.sees("Leak", "•••"), "✋ Take");
        ops.sees("🔴 job failed", "there was •••");
        ops.sees("leaky", "there was •••");
        read(site, anna);
        askFromOutside();
        await().atMost(PATIENCE).until(() -> !mirror.posted().isEmpty());

        canaries.lookAt(site);
        assertThat(site.stop()).as("an orderly end").isZero();
        canaries.lookAt(site);
        mirror.posted().forEach(body -> canaries.lookAt("a webhook", body));
        commandLines.seen().forEach(line -> canaries.lookAt("a command line", line));
        assertThat(commandLines.seen()).anyMatch(line -> line.contains("pikett.bot.app.Pikett"));
        askCommandLine(site);
    }

    @Test
    void the_password_of_the_database_is_in_no_database_and_no_error() throws Exception {
        String config;
        try (EmbeddedPostgres postgres =
                        EmbeddedPostgres.builder()
                                .setDataDirectory(folder.resolve("postgres"))
                                .start();
                Site site = new Site(folder, targets(), terms().storedAt(database(postgres)))) {
            config = site.config().toString();
            postAlerts(site, Canary.DATABASE_PASSWORD.value());
            site.inGroup(site.cast().anna()).sees("Leak", "•••");
            assertThat(site.stop()).as("an orderly end").isZero();
            canaries.lookAt(site);
            canaries.lookAt(folder.resolve("postgres"));
        }
        Programs.Ended ended = PikettProgram.run(ENVIRONMENT, "run", "--config", config);
        assertThat(ended.exit()).as("without its database it ends").isNotZero();
        canaries.lookAt("what it says without its database", ended.output());
        canaries.assertNothingFound();
    }

    private static String database(EmbeddedPostgres postgres) {
        return "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres&password=%s"
                .formatted(postgres.getPort(), Canary.DATABASE_PASSWORD.value());
    }

    private void postAlerts(Site site, String more) throws IOException, InterruptedException {
        await().atMost(PATIENCE).until(() -> Programs.listens(port));
        String payload =
                """
                { "version": "4", "groupKey": "leaks", "truncatedAlerts": 0, "alerts": [ {
                  "status": "firing",
                  "labels": { "alertname": "Leak", "severity": "critical", "password": "%s", "key": "%s", "note": "%s" },
                  "annotations": { "summary": "password=%s", "description": "%s there was %s" },
                  "startsAt": "2026-01-01T00:00:00Z", "endsAt": "0001-01-01T00:00:00Z",
                  "generatorURL": "http://reader:%s@127.0.0.1/graph" } ] }
                """
                        .formatted(
                                Canary.NAMED_LABEL.value(),
                                Canary.KEY_LABEL.value(),
                                confidences().replace("\n", " "),
                                Canary.ANNOTATION.value(),
                                confidences().replace("\n", "\\n"),
                                more,
                                Canary.ANNOTATION.value());
        assertThat(post("/hooks/prometheus", Canary.SOURCE_BEARER.value(), payload).statusCode())
                .isEqualTo(200);
        canaries.lookAt("a refusal", post("/hooks/prometheus", "wrong", payload).body());
        canaries.lookAt(
                "a refusal",
                post(
                                "/hooks/scripts",
                                Canary.SCRIPT_BEARER.value(),
                                "{\"status\": \"%s\"}".formatted(Canary.SCRIPT_BEARER.value()))
                        .body());
        Path sample = Files.writeString(folder.resolve("sample.json"), payload);
        canaries.lookAt(
                "a sample",
                PikettProgram.run(
                                ENVIRONMENT,
                                "check",
                                "--sample",
                                "prometheus",
                                sample.toString(),
                                "--config",
                                site.config().toString())
                        .output());
    }

    private HttpResponse<String> post(String path, String bearer, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                        .header("Authorization", "Bearer " + bearer)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private void runJob(Site site) throws IOException {
        Path output =
                Files.writeString(
                        folder.resolve("job.out"),
                        confidences() + "api_key=" + Canary.JOB_OUTPUT.value() + "\n" + key);
        String config = site.config().toString();
        Programs.Ended job =
                PikettProgram.run(
                        ENVIRONMENT,
                        "wrap",
                        "--heartbeat",
                        "job",
                        "--config",
                        config,
                        "--",
                        "sh",
                        "-c",
                        "cat \"$0\"; exit 3",
                        output.toString());
        assertThat(job.exit()).as(job.output()).isEqualTo(3);
        assertThat(job.output()).as("its output is its own").contains(Canary.JOB_OUTPUT.value());
        PikettProgram.run(
                ENVIRONMENT,
                "wrap",
                "--name",
                "import",
                "--config",
                config,
                "--",
                "sh",
                "-c",
                "cat \"$0\"; exit 3",
                output.toString());
    }

    private void read(Site site, Phone anna) {
        anna.ask("/status", "leaky", "vault · ", "As of");
        anna.ask("/status ai-admin-api", "ai-admin-api", "As of");
        Message logs = anna.ask("/logs leaky", "there was •••");
        anna.tap(logs, "Full text");
        site.cloud().awaitMessage(m -> m.file().isPresent() && m.id() >= logs.id(), PATIENCE);
        anna.ask("/logs ai-admin-api", "login of the mirror");
        anna.ask("/health leaky", "there was •••");
        anna.ask("/queue locked", "waiting 3");
        anna.ask("/queue open", "open");
        anna.ask("/checks", "leaky");
        anna.ask("/alerts", "Leak");
        anna.ask("/digest", "Leak");
    }

    private void askFromOutside() throws IOException, InterruptedException {
        for (String page : new String[] {"/metrics", "/health/ready", "/health/live", "/nothing"}) {
            HttpResponse<String> answer =
                    http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + page))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            canaries.lookAt("the page " + page, answer.body());
        }
    }

    private void askCommandLine(Site site) {
        String config = site.config().toString();
        for (String[] verb :
                new String[][] {
                    {"check"}, {"check", "--print"}, {"check", "--live"}, {"audit", "export"}
                }) {
            String[] line =
                    Stream.concat(Stream.of(verb), Stream.of("--config", config))
                            .toArray(String[]::new);
            Programs.Ended ended = PikettProgram.run(ENVIRONMENT, line);
            assertThat(ended.output()).as(String.join(" ", verb)).isNotEmpty();
            canaries.lookAt(String.join(" ", verb), ended.output());
        }
    }
}
