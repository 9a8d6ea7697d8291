package pikett.adapters.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.adapters.host.Command;
import pikett.adapters.host.Host;
import pikett.adapters.host.ShellResult;
import pikett.config.HostConfig;

/// What stays when other hosts are configured.
final class HostsReplannedTest {
    @TempDir private Path folder;

    @Test
    void a_host_that_is_the_same_keeps_its_connection_and_another_is_used_to_its_end()
            throws Exception {
        try (EmbeddedSshd stays = new EmbeddedSshd(folder);
                EmbeddedSshd goes = new EmbeddedSshd(folder);
                Reaching pikett =
                        new Reaching(
                                folder,
                                Map.of("prod-1", stays.config(), "prod-2", goes.config()),
                                ShortLimits.LIMITS)) {
            Host first = host(pikett, "prod-1");
            Host second = host(pikett, "prod-2");
            assertThat(run(first)).isInstanceOf(ShellResult.Done.class);
            assertThat(run(second)).isInstanceOf(ShellResult.Done.class);

            Map<String, HostConfig> next =
                    Map.of("prod-1", stays.config(), "prod-3", new HostConfig.Local());
            pikett.hosts().become(pikett.hosts().plan(next));

            assertThat(pikett.hosts().all()).containsOnlyKeys("prod-1", "prod-3");
            assertThat(host(pikett, "prod-1")).isSameAs(first);
            assertThat(run(host(pikett, "prod-1"))).isInstanceOf(ShellResult.Done.class);
            assertThat(stays.connections()).isEqualTo(1);
            assertThat(run(second)).isInstanceOf(ShellResult.Done.class);
            assertThat(goes.connections()).isEqualTo(1);
        }
    }

    @Test
    void a_host_behind_another_jump_is_another_one() throws Exception {
        try (EmbeddedSshd target = new EmbeddedSshd(folder);
                EmbeddedSshd jump = new EmbeddedSshd(folder);
                EmbeddedSshd other = new EmbeddedSshd(folder)) {
            HostConfig.Ssh behind = behind(target.config());
            try (Reaching pikett =
                    new Reaching(
                            folder,
                            Map.of("bastion", jump.config(), "prod-1", behind),
                            ShortLimits.LIMITS)) {
                Host before = host(pikett, "prod-1");
                assertThat(run(before)).isInstanceOf(ShellResult.Done.class);

                pikett.hosts()
                        .become(
                                pikett.hosts()
                                        .plan(Map.of("bastion", other.config(), "prod-1", behind)));

                assertThat(run(host(pikett, "prod-1"))).isInstanceOf(ShellResult.Done.class);
                assertThat(other.connections()).isEqualTo(1);
            }
        }
    }

    private static HostConfig.Ssh behind(HostConfig.Ssh host) {
        return new HostConfig.Ssh(
                host.user(),
                host.address(),
                host.port(),
                host.login(),
                host.trust(),
                Optional.of("bastion"));
    }

    private static Host host(Reaching pikett, String name) {
        return Objects.requireNonNull(pikett.hosts().all().get(name));
    }

    private static ShellResult run(Host host) {
        return host.shell().run(Command.of(Duration.ofSeconds(5), "true"));
    }
}
