package pikett.adapters.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.adapters.local.LocalDialer;

/// A host is asked for its key and shown nothing.
final class HostKeyScanTest {
    @TempDir private Path folder;

    private final HostKeyScan scan = new HostKeyScan(new LocalDialer(), ShortLimits.LIMITS);

    @Test
    void the_key_is_shown_before_any_login_and_its_line_is_one_that_we_accept() throws Exception {
        try (EmbeddedSshd sshd = new EmbeddedSshd(folder)) {
            OfferedKey key = shown(scan.ask("127.0.0.1", sshd.port()));

            assertThat(key.fingerprint()).isEqualTo(sshd.fingerprint());
            assertThat(sshd.keysOffered()).isEmpty();
            assertThat(sshd.passwordsOffered()).isEmpty();
            Path file = folder.resolve("known_hosts");
            assertThat(key.in(file, "127.0.0.1", sshd.port())).isEqualTo(OfferedKey.Known.NO);
            Files.writeString(file, key.line("127.0.0.1", sshd.port()) + "\n");
            assertThat(key.in(file, "127.0.0.1", sshd.port())).isEqualTo(OfferedKey.Known.YES);
            assertThat(key.in(file, "127.0.0.1", 22)).isEqualTo(OfferedKey.Known.NO);
            try (EmbeddedSshd other = new EmbeddedSshd(folder)) {
                OfferedKey another = shown(scan.ask("127.0.0.1", other.port()));
                assertThat(another.in(file, "127.0.0.1", sshd.port()))
                        .isEqualTo(OfferedKey.Known.OTHERWISE);
            }
        }
    }

    @Test
    void a_kind_that_the_host_has_not_is_not_shown() throws Exception {
        try (EmbeddedSshd sshd = new EmbeddedSshd(folder)) {
            String type = shown(scan.ask("127.0.0.1", sshd.port())).type();
            assertThat(scan.ask("127.0.0.1", sshd.port(), type))
                    .isInstanceOf(HostKeyScan.Outcome.Shown.class);
            for (String other : OfferedKey.TYPES) {
                assertThat(
                                scan.ask("127.0.0.1", sshd.port(), other)
                                        instanceof HostKeyScan.Outcome.Shown)
                        .isEqualTo(other.equals(type));
            }
        }
    }

    @Test
    void who_is_silent_or_away_is_named_in_time() throws Exception {
        try (RawPeer silent = new RawPeer((socket, number) -> {})) {
            assertThat(scan.ask("127.0.0.1", silent.port()))
                    .isInstanceOfSatisfying(
                            HostKeyScan.Outcome.NotShown.class,
                            it -> assertThat(it.why().english()).contains("key exchange"));
        }
        assertThat(scan.ask("127.0.0.1", 1))
                .isInstanceOfSatisfying(
                        HostKeyScan.Outcome.NotShown.class,
                        it -> assertThat(it.why().english()).contains("refused"));
    }

    private static OfferedKey shown(HostKeyScan.Outcome outcome) {
        assertThat(outcome).isInstanceOf(HostKeyScan.Outcome.Shown.class);
        return ((HostKeyScan.Outcome.Shown) outcome).key();
    }
}
