package pikett.bot.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import pikett.playground.telegram.message.Message;

/// What people read on the phone is what `pm2`, `redis-cli` and `curl` say at that moment.
@Tag("real")
@ExtendWith(InRealWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealReadTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RealWorld world;
    private final Site site;
    private final Phone anna;
    private final Phone lena;

    RealReadTest(RealWorld world, @TempDir Path folder) throws IOException {
        this.world = world;
        this.site = new Site(folder, Targets.all(world, folder.resolve("journal")));
        this.anna = site.phone(site.cast().anna());
        this.lena = site.phone(site.cast().lena());
    }

    @BeforeAll
    void theWorldIsAsBadAsItShouldBe() {
        // This is what makes the loop worth finding: PM2 itself sees nothing wrong.
        assertThat(world.pm2().status(Pm2.LOOPING)).isIn("online", "launching", "waiting restart");
        assertThat(world.pm2().listed(Pm2.LOOPING).toString())
                .as("the canary sits where Pikett reads")
                .contains(Canary.ENVIRONMENT.value());
    }

    @AfterAll
    void stop() throws IOException {
        try {
            Canaries.assertSilent(site);
        } finally {
            site.close();
        }
    }

    private static long number(Message message, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(message.text());
        assertThat(found.find()).as(pattern + " in:\n" + message.text()).isTrue();
        return Long.parseLong(found.group(1));
    }

    private static String curl(String... arguments) {
        String[] line = new String[arguments.length + 2];
        line[0] = "curl";
        line[1] = "-s";
        System.arraycopy(arguments, 0, line, 2, arguments.length);
        return Programs.output(line);
    }

    @Test
    void statusCallsALoopALoopWithItsRestarts() {
        int before = world.pm2().restarts(Pm2.LOOPING);

        Message status = anna.ask("/status", "restart loop", "As of", "prod-1 · up");

        int after = world.pm2().restarts(Pm2.LOOPING);
        assertThat(number(status, Pm2.LOOPING + " · restart loop.* (\\d+) restarts"))
                .isBetween((long) before, (long) after);
        assertThat(status.text()).contains("🔴 " + Pm2.FAILING + " · failed", "last end: exit 1");
        // What is not well stands first.
        assertThat(status.text().indexOf(Pm2.LOOPING))
                .isLessThan(status.text().indexOf(Pm2.FAILING))
                .isLessThan(status.text().indexOf("🟢 " + Pm2.HEALTHY));
    }

    @Test
    void statusOfAHealthyServiceHasPm2sFigures() {
        Message status =
                anna.ask("/status " + Pm2.HEALTHY, "🟢 " + Pm2.HEALTHY, "All is well", "As of");

        JsonNode listed = world.pm2().listed(Pm2.HEALTHY);
        assertThat(number(status, "(\\d+) restarts?"))
                .isEqualTo(listed.path("pm2_env").path("restart_time").asLong());
        double mebibytes = listed.path("monit").path("memory").asLong() / 1048576.0;
        assertThat((double) number(status, "(\\d+)(?:[.]\\d+)? MiB"))
                .isBetween(mebibytes / 2, mebibytes * 2);
    }

    @Test
    void refreshShowsTheNextRestartsInTheSameMessage() {
        Message first = anna.ask("/status " + Pm2.LOOPING, "restart loop", "As of");
        long before = number(first, "(\\d+) restarts");
        await().atMost(PATIENCE).until(() -> world.pm2().restarts(Pm2.LOOPING) > before + 1);
        int floor = world.pm2().restarts(Pm2.LOOPING);

        anna.tap(first, "Refresh");

        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    Message now = site.cloud().message(first.key()).orElseThrow();
                    assertThat(number(now, "(\\d+) restarts")).isGreaterThanOrEqualTo(floor);
                });
    }

    @Test
    void healthOpensUpWhatCurlSees() throws IOException {
        long before = new ObjectMapper().readTree(curl(world.healthUrl())).path("served").asLong();

        Message health = lena.ask("/health " + Pm2.HEALTHY, "healthy", "As of");

        long after = new ObjectMapper().readTree(curl(world.healthUrl())).path("served").asLong();
        assertThat(number(health, "served · (\\d+)")).isStrictlyBetween(before, after);
        assertThat(health.text())
                .containsPattern("🟢 redis · connected")
                .containsPattern("❔ session")
                .doesNotContain("undefined", "null", "🔴");
    }

    @Test
    void aProxyBeforeAClosedPortIsExplained() {
        assertThat(curl("-o", "/dev/null", "-w", "%{http_code}", world.proxiedUrl()))
                .isEqualTo("502");

        Message health = lena.ask("/health site", "unhealthy", "As of");

        assertThat(health.text())
                .contains("Status 502: a proxy answered, and what is behind it did not.");
    }

    @Test
    void aClosedPortIsCalledSo() {
        Programs.Ended curl = Programs.run(Map.of(), List.of("curl", "-s", world.closedUrl()));
        assertThat(curl.exit()).as("could not connect").isEqualTo(7);

        lena.ask(
                "/health realtime",
                "no answer",
                "connection refused by 127.0.0.1:" + world.closedPort());
    }

    @Test
    void queueCountsAsRedisDoes() {
        long waiting = world.redis("LLEN", "bull:messages:wait");
        assertThat(waiting).isGreaterThanOrEqualTo(RealWorld.WAITING);

        Message queue =
                lena.ask(
                        "/queue messages",
                        "waiting " + waiting,
                        "failed " + world.redis("ZCARD", "bull:messages:failed"),
                        "×" + RealWorld.FAILED + " Bad MAC Error");
        world.fillQueue(5, 0);

        lena.tap(queue, "Refresh");
        assertThat(world.redis("LLEN", "bull:messages:wait")).isEqualTo(waiting + 5);
        lena.becomes(queue, "waiting " + (waiting + 5) + " (↗ +5)");
    }

    @Test
    void logsFoldWhatRepeats() throws IOException {
        String error = "TypeError: YclientsClient is not a constructor";
        Message logs = lena.ask("/logs " + Pm2.LOOPING, error);

        long inFile =
                world.pm2()
                        .errors(Pm2.LOOPING)
                        .lines()
                        .filter(line -> line.contains(error))
                        .count();
        assertThat(number(logs, "×(\\d+) " + error)).isBetween(2L, inFile);
        assertThat(logs.text().split(error, -1)).as("folded into one line").hasSize(2);
        assertThat(logs.text()).as("our own marks").doesNotContainPattern("[0-9a-f]{32}");

        lena.tap(logs, "Full text");
        Message file =
                site.cloud()
                        .awaitMessage(m -> m.file().isPresent() && m.id() >= logs.id(), PATIENCE);
        String text = new String(file.file().orElseThrow().bytes(), StandardCharsets.UTF_8);
        assertThat(text.split(error, -1)).hasSizeGreaterThan(2);
    }

    @Test
    void logsLoseTheirSecrets() throws IOException {
        assertThat(world.pm2().errors(Pm2.HEALTHY)).contains(Canary.LOG.value());

        Message logs = lena.ask("/logs " + Pm2.HEALTHY, "login of the mirror");

        assertThat(logs.text()).doesNotContain(Canary.LOG.value());
    }

    @Test
    void aTestMessageArrives() {
        site.phone(site.cast().arsen()).ask("/test", "The test message arrived after");
    }

    @Test
    void helpShowsWhatOnesRoleMay() {
        assertThat(lena.ask("/help", "/status", "/whoami").text())
                .doesNotContain("/restart", "/recover");
        anna.ask("/help", "/restart", "/recover", "/queue", "/logs", "/health", "/test");
    }

    @Test
    void whoamiTellsTheNumbers() {
        lena.ask("/whoami", "lena (viewer)", Long.toString(site.cast().lena().id().value()));
    }

    @Test
    void namesMayBeShortAndTyposAreNoticed() {
        lena.ask("/health ai-admin-ap", "healthy");
        lena.ask("/health ai-admin-apu", "Did you mean", Pm2.HEALTHY);
    }

    @Test
    void aStrangerGetsNothing() {
        Phone stranger = site.phone(site.cast().stranger());
        stranger.say("/status");

        // The admin's note comes after the decision: what was to be answered would be there by now.
        await().atMost(PATIENCE)
                .until(() ->
                        anna.fromBot().stream()
                                .anyMatch(
                                        m -> m.text().contains("Somebody who is not on the list")));
        assertThat(stranger.fromBot()).isEmpty();
    }
}
