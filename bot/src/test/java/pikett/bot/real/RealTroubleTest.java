package pikett.bot.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Hosts that cannot be reached, or not be trusted, are said to be so, and nothing more is tried than is
/// wise.
@Tag("real")
@ExtendWith(InRealWorld.class)
class RealTroubleTest {
    private final RealWorld world;
    private final OpenSshServer host;
    private final Site site;
    private final Phone anna;

    RealTroubleTest(RealWorld world, @TempDir Path folder) throws IOException {
        this.world = world;
        this.host = new OpenSshServer(folder.resolve("ssh"), Map.of());
        this.site =
                new Site(
                        folder,
                        """
                        hosts:
                          prod-1: %s
                          prod-2: %s
                        services:
                          ai-admin-api: { host: prod-1, pm2: ai-admin-api }
                        """
                                .formatted(world.ssh().yaml(), host.yaml()));
        this.anna = site.phone(site.cast().anna());
    }

    @BeforeEach
    void allIsWell() {
        anna.ask("/status", "prod-1 · up", "prod-2 · up", "All is well");
    }

    @AfterEach
    void stop() {
        site.close();
        host.close();
    }

    @Test
    void aHostThatIsGoneIsUnreachableAndHoldsNobodyUp() {
        host.stop();

        anna.ask(
                "/status",
                "prod-2 · cannot be reached: connection refused by 127.0.0.1:" + host.port(),
                "🟢 ai-admin-api");

        host.startAgain();
        // What was told of it may still be open.
        anna.ask("/status", "prod-2 · up", "🟢 ai-admin-api");
    }

    @Test
    void aWrongKeyIsTriedTwiceAndThenNotForAnHour() throws IOException {
        host.letNobodyIn();
        host.stop();
        host.startAgain();

        for (int i = 0; i < 3; i++) {
            anna.ask("/status prod-2", "prod-2 · ", "As of");
        }
        anna.ask("/status prod-2", "no logins until", "An admin may then lift the block.");
        assertThat(host.refusedLogins()).isEqualTo(2);

        site.stop();
        site.startAgain();
        var blocked = anna.ask("/status prod-2", "no logins until");
        assertThat(host.refusedLogins()).as("also after a restart").isEqualTo(2);

        host.letIn();
        anna.tap(blocked, "Allow logins to prod-2");
        anna.becomes(blocked, "Logins to prod-2 are allowed again");
        anna.ask("/status prod-2", "prod-2 · up");
    }

    @Test
    void anotherHostKeyIsAHardStop() throws IOException {
        String known = host.fingerprint();
        host.swapHostKey();

        anna.ask(
                "/status prod-2",
                "STOP: the host shows another key",
                known,
                host.fingerprint(),
                "Nothing is run there.");
        assertThat(host.refusedLogins()).as("no login was tried").isZero();
        assertThat(world.ssh().refusedLogins()).isZero();
    }
}
