package pikett.bot.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import pikett.playground.telegram.message.Message;

/// What breaks is told on the right card, by the machines themselves, and nothing else is told.
@Tag("real")
@ExtendWith(InRealWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealAlertTest {
    private static final Duration EVERY = Duration.ofSeconds(2);

    /// More than the two seconds that are aimed at: the machine of the suite may be busy.
    private static final Duration TOLD_WITHIN = EVERY.plusSeconds(8);

    /// Some rounds of every check.
    private static final Duration QUIET = EVERY.multipliedBy(4);

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final RealWorld world;
    private final Path folder;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final OpenSshServer ssh;
    private final RedisServer redis;
    private final CaddyServer proxy;
    private final int behindProxy = Programs.freePort();
    private Started page;
    private final Site site;
    private final Phone arsen;
    private final Phone anna;
    private Said said;

    RealAlertTest(RealWorld world, @TempDir Path folder) throws IOException {
        this.world = world;
        this.folder = folder;
        // Where one of them cannot be started, nobody else ends the others.
        Runtime.getRuntime().addShutdownHook(new Thread(this::endAll));
        this.ssh =
                begun(
                        new OpenSshServer(
                                folder.resolve("ssh"),
                                Pm2.environment(world.folder().resolve("pm2"))));
        this.redis = begun(new RedisServer(folder.resolve("redis")));
        this.page = openPage();
        running.push(() -> page.close());
        this.proxy = begun(new CaddyServer(folder.resolve("caddy"), behindProxy));
        this.site = begun(new Site(folder, targets()));
        this.arsen = site.inGroup(site.cast().arsen());
        this.anna = site.phone(site.cast().anna());
        this.said = new Said(site.cloud(), site.cast().ops().id());
    }

    private <T extends AutoCloseable> T begun(T program) {
        running.push(program);
        return program;
    }

    private Started openPage() {
        return Started.of(
                List.of("node", Programs.SOURCES.resolve("healthy.cjs").toString()),
                Map.of("PORT", Integer.toString(behindProxy), "LOG_CANARY", "none"),
                folder.resolve("page.log"),
                () -> Programs.listens(behindProxy));
    }

    private String targets() {
        return """
        hosts:
          prod-1: %s
        services:
          ai-admin-api: { host: prod-1, pm2: ai-admin-api, health: { url: '%s' } }
          messages-redis:
            host: prod-1
            commands:
              status: [redis-cli, -p, '%d', ping]
              restart: ['true']
              logs: [tail, -n, '{lines}', '%s']
          caddy:
            host: prod-1
            commands:
              status: [test, -d, '/proc/%d']
              restart: ['true']
              logs: [tail, -n, '{lines}', '%s']
            health: { url: '%s' }
        queues:
          messages:
            host: prod-1
            redis: '%s'
            bullmq: messages
            critical-when: [waiting > 100]
            warning-when: []
        check-defaults: { every: %ds, for: 0s, keep-firing-for: 2s }
        host-checks: { critical-when: [unreachable], warning-when: [] }
        """
                .formatted(
                        ssh.yaml(),
                        world.healthUrl(),
                        redis.port(),
                        redis.log(),
                        proxy.pid(),
                        proxy.log(),
                        proxy.url(),
                        redis.url(),
                        EVERY.toSeconds());
    }

    @BeforeEach
    void allIsWell() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> anna.ask("/alerts").text().contains("✅ Nothing fires."));
        await().atMost(PATIENCE).pollInterval(EVERY).until(this::nothingIsSaidAnyMore);
    }

    /// Of what was before.
    private boolean nothingIsSaidAnyMore() {
        boolean silent = said.heads().isEmpty();
        said = new Said(site.cloud(), site.cast().ops().id());
        return silent;
    }

    @AfterAll
    void stop() throws IOException {
        try {
            Canaries.assertSilent(site);
            world.pm2().start(Pm2.HEALTHY);
        } finally {
            endAll();
        }
    }

    /// The last first; also when one of them cannot be ended.
    private synchronized void endAll() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                System.err.println("cannot be ended: " + e);
            }
        }
    }

    /// Exactly this is said, and nothing more for a while.
    private void onlyThisIsSaid(List<List<String>> heads) {
        await().during(QUIET)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(said.heads()).isEqualTo(heads));
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /// Says how long it took, for whoever reads the log of the suite.
    private static void told(String what, long begun) {
        Duration took = since(begun);
        System.out.printf("%s: the card came after %d ms%n", what, took.toMillis());
        assertThat(took).as(what).isLessThan(TOLD_WITHIN);
    }

    @Test
    void aProgramThatEndsIsToldTakenRestartedAndVerifiedOnOneCard() {
        int port = URI.create(world.healthUrl()).getPort();
        CompletableFuture<Void> stopping =
                CompletableFuture.runAsync(() -> world.pm2().stop(Pm2.HEALTHY));
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !Programs.listens(port));
        long gone = System.nanoTime();
        Message card = arsen.sees("🔴 " + Pm2.HEALTHY);
        told("a PM2 app is stopped", gone);
        stopping.join();
        card = arsen.becomes(card, "🔴 " + Pm2.HEALTHY + " is down", "critical", "prod-1");

        arsen.tap(card, "✋ Take");
        card = arsen.becomes(card, "✋ arsen has it since");
        arsen.tap(card, "🔁 Restart");
        Message offer = arsen.seesAfter(card, "Restart " + Pm2.HEALTHY + "?");
        assertThat(world.pm2().status(Pm2.HEALTHY)).as("not on one tap").isEqualTo("stopped");
        arsen.tap(offer, "🔁 Restart");

        arsen.becomes(offer, "was restarted", "by arsen", "healthy after");
        arsen.becomes(
                card,
                "✅ " + Pm2.HEALTHY + " is up again",
                "✋ arsen has it since",
                "arsen: ✅ " + Pm2.HEALTHY + " was restarted");
        await().during(QUIET)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(said.heads()).hasSize(3));
        // Its page fell silent with it; which of the two is seen first is chance.
        assertThat(said.heads().getFirst())
                .endsWith("✅ " + Pm2.HEALTHY + " is up again")
                .isSubsetOf(
                        "🔴 " + Pm2.HEALTHY + " says that it is not well",
                        "🔴 " + Pm2.HEALTHY + " is down",
                        "✅ " + Pm2.HEALTHY + " is up again");
        assertThat(said.heads().getLast()).containsExactly("✅ " + Pm2.HEALTHY + " is up again");

        anna.ask("/digest", "✅ Nothing fires now", "⌀ ✋");
    }

    @Test
    void aQueueThatGrowsIsToldUntilItIsDrained() {
        redis.fill(150, 0);
        Message card =
                arsen.sees("🔴 messages: too many jobs wait", "critical", "waiting 150 > 100");
        redis.ask("DEL", "bull:messages:wait");

        arsen.becomes(card, "✅ messages: few jobs wait again");
        onlyThisIsSaid(
                List.of(
                        List.of(
                                "🔴 messages: too many jobs wait",
                                "✅ messages: few jobs wait again"),
                        List.of("✅ messages: few jobs wait again")));
    }

    @Test
    void aRedisThatIsGoneSaysNothingOfItsQueue() {
        redis.fill(150, 0);
        Message deep = arsen.sees("🔴 messages: too many jobs wait");

        redis.stop();
        long gone = System.nanoTime();
        Message down = arsen.sees("🔴 messages-redis is down", "critical", "Could not connect");
        told("Redis is stopped", gone);
        onlyThisIsSaid(
                List.of(
                        List.of("🔴 messages: too many jobs wait"),
                        List.of("🔴 messages-redis is down")));

        redis.startAgain();
        // What it held is lost; with its first job there is a queue to read again.
        redis.fill(1, 0);
        arsen.becomes(down, "✅ messages-redis is up again");
        arsen.becomes(deep, "✅ messages: few jobs wait again");
        redis.ask("DEL", "bull:messages:wait");
    }

    @Test
    void aPortThatIsClosedBehindTheProxyIsToldWithWhatTheProxySays() {
        page.kill();
        long gone = System.nanoTime();
        Message card =
                arsen.sees(
                        "🔴 caddy says that it is not well",
                        "critical",
                        "status 502",
                        "connection refused");
        told("the port behind Caddy is closed", gone);

        page = openPage();
        arsen.becomes(card, "✅ caddy says that it is well again");
        onlyThisIsSaid(
                List.of(
                        List.of(
                                "🔴 caddy says that it is not well",
                                "✅ caddy says that it is well again"),
                        List.of("✅ caddy says that it is well again")));
    }

    @Test
    void aHostThatIsGoneIsToldAndWhatLiesBehindStaysAsItWas() {
        page.kill();
        Message behind = arsen.sees("🔴 caddy says that it is not well");

        ssh.stop();
        long gone = System.nanoTime();
        Message host =
                arsen.sees(
                        "🔴 prod-1 cannot be reached",
                        "critical",
                        "connection refused by 127.0.0.1:" + ssh.port());
        told("sshd is stopped", gone);
        onlyThisIsSaid(
                List.of(
                        List.of("🔴 caddy says that it is not well"),
                        List.of("🔴 prod-1 cannot be reached")));

        ssh.startAgain();
        arsen.becomes(host, "✅ prod-1 can be reached again");
        onlyThisIsSaid(
                List.of(
                        List.of("🔴 caddy says that it is not well"),
                        List.of("🔴 prod-1 cannot be reached", "✅ prod-1 can be reached again"),
                        List.of("✅ prod-1 can be reached again")));

        page = openPage();
        arsen.becomes(behind, "✅ caddy says that it is well again");
    }
}
