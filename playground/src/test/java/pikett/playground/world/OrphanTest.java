package pikett.playground.world;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A world in a process of its own, which is then killed as hard as one can.
@Timeout(60)
class OrphanTest {
    @TempDir Path temp;

    @Test
    void theServicesEndWithTheirWorldHoweverItEnds() throws Exception {
        Path folder = temp.resolve("world");
        Process owner =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Owner.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        List<ProcessHandle> children;
        try (BufferedReader said = owner.inputReader()) {
            children =
                    Stream.of(said.readLine().split(" "))
                            .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
                            .toList();
            assertThat(children).hasSize(4).allMatch(ProcessHandle::isAlive);
        } finally {
            owner.destroyForcibly();
        }

        await().atMost(30, SECONDS)
                .until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        Process pm2 =
                new ProcessBuilder(folder.resolve("bin/pm2").toString(), "jlist")
                        .redirectErrorStream(true)
                        .start();
        assertThat(pm2.waitFor(10, SECONDS)).isTrue();
        assertThat(pm2.exitValue()).isEqualTo(1);
        assertThat(pm2.inputReader().readLine()).contains("the playground has ended");
    }

    @Test
    void closingLeavesNoProcessAndNoFolder() throws Exception {
        Path folder = temp.resolve("world");
        World world = World.start(folder, InstantSource.system());
        List<Long> pids = world.state().services().stream().map(ServiceState::pid).toList();

        world.close();

        assertThat(pids).hasSize(4).allMatch(pid -> ProcessHandle.of(pid).isEmpty());
        assertThat(Files.exists(folder)).isFalse();
    }

    /// Starts a world, prints the process ids of its services, and waits to be killed.
    static final class Owner {
        private Owner() {}

        public static void main(String[] arguments) throws Exception {
            World world = World.start(Path.of(arguments[0]), InstantSource.system());
            List<String> pids =
                    world.state().services().stream().map(one -> Long.toString(one.pid())).toList();
            System.out.println(String.join(" ", pids));
            System.in.read();
        }
    }
}
