package pikett.adapters.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.KeyPair;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.adapters.host.ShellResult;
import pikett.adapters.host.ShellResult.Refusal;
import pikett.config.HostConfig;
import pikett.config.Secret;

/// Who we are and who the host is.
class LoginTest {
    @TempDir Path folder;

    private static ShellResult refused(Refusal refusal) {
        return new ShellResult.Refused(refusal);
    }

    @Test
    void aThousandCommandsAndSeveralRestartsCostTwoLogins() throws Exception {
        try (EmbeddedSshd sshd = new EmbeddedSshd(folder).rejectingLogins()) {
            Map<String, HostConfig> hosts = Map.of("prod-1", sshd.config());
            for (int restart = 0; restart < 5; restart++) {
                try (Reaching pikett = new Reaching(folder, hosts, ShortLimits.LIMITS)) {
                    assertThat(IntStream.range(0, 200).parallel().mapToObj(_ -> pikett.run("true")))
                            .allMatch(ShellResult.Refused.class::isInstance);
                }
            }
            assertThat(sshd.keysOffered()).hasSize(2);
            assertThat(sshd.keysOffered().stream().distinct()).hasSize(1);
            assertThat(sshd.connections()).isEqualTo(2);
        }
    }

    @Test
    void theHourPassesOrAnAdminLiftsItAndSuccessForgets() throws Exception {
        try (EmbeddedSshd sshd = new EmbeddedSshd(folder).rejectingLogins();
                Reaching pikett =
                        new Reaching(folder, Map.of("prod-1", sshd.config()), ShortLimits.LIMITS)) {
            assertThat(pikett.run("true")).isEqualTo(refused(new Refusal.LoginFailed(1)));
            assertThat(pikett.run("true")).isEqualTo(refused(new Refusal.LoginFailed(2)));
            Refusal blocked =
                    new Refusal.LoginBlocked(pikett.clock().instant().plus(Duration.ofHours(1)));
            pikett.clock().advance(Duration.ofMinutes(59));
            assertThat(pikett.run("true")).isEqualTo(refused(blocked));
            pikett.clock().advance(Duration.ofMinutes(1));
            assertThat(pikett.run("true")).isEqualTo(refused(new Refusal.LoginFailed(1)));
            assertThat(pikett.hosts().liftLoginPause("prod-1")).isTrue();
            assertThat(pikett.run("true")).isEqualTo(refused(new Refusal.LoginFailed(1)));
            sshd.letIn();
            assertThat(pikett.run("true")).isInstanceOf(ShellResult.Done.class);
            assertThat(pikett.hosts().liftLoginPause("prod-1")).isFalse();
        }
    }

    @Test
    void anUnknownHostKeyIsShownNothing() throws Exception {
        try (EmbeddedSshd sshd = new EmbeddedSshd(folder);
                Reaching pikett =
                        new Reaching(
                                folder,
                                Map.of(
                                        "prod-1",
                                        sshd.config(new HostConfig.Trust.Fingerprint("SHA256:x"))),
                                ShortLimits.LIMITS)) {
            for (int i = 0; i < 3; i++) {
                assertThat(pikett.run("true"))
                        .isEqualTo(
                                refused(
                                        new Refusal.HostKeyMismatch(
                                                "SHA256:x", sshd.fingerprint())));
            }
            assertThat(sshd.connections()).isEqualTo(3);
            assertThat(sshd.keysOffered()).isEmpty();
        }
    }

    @Test
    void aHostThatIsNotListedIsRefused() throws Exception {
        Path empty = Files.writeString(folder.resolve("known_hosts"), "");
        try (EmbeddedSshd sshd = new EmbeddedSshd(folder);
                Reaching pikett =
                        new Reaching(
                                folder,
                                Map.of(
                                        "prod-1",
                                        sshd.config(new HostConfig.Trust.KnownHosts(empty))),
                                ShortLimits.LIMITS)) {
            assertThat(pikett.run("true"))
                    .isEqualTo(refused(new Refusal.HostKeyMismatch("", sshd.fingerprint())));
        }
    }

    @Test
    void ciphersOpenToPrefixTruncationAreNotSpoken() throws Exception {
        try (EmbeddedSshd sshd = new EmbeddedSshd(folder).withVulnerableCipher();
                Reaching pikett =
                        new Reaching(folder, Map.of("prod-1", sshd.config()), ShortLimits.LIMITS)) {
            assertThat(pikett.run("true"))
                    .isInstanceOfSatisfying(
                            ShellResult.Refused.class,
                            it ->
                                    assertThat(it.refusal())
                                            .isInstanceOf(Refusal.Misconfigured.class));
            assertThat(sshd.keysOffered()).isEmpty();
        }
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        Path encrypted = folder.resolve("encrypted");
        KeyPair.genKeyPair(new JSch(), KeyPair.ECDSA, 256)
                .writePrivateKey(
                        encrypted.toString(), "secret".getBytes(StandardCharsets.US_ASCII));
        Path text = Files.writeString(folder.resolve("text"), "not a key");
        assertThat(reasonFor(folder.resolve("absent"))).contains("absent cannot be read");
        assertThat(reasonFor(encrypted)).contains("encrypted");
        assertThat(reasonFor(text)).contains("not a private key");
    }

    private String reasonFor(Path key) {
        HostConfig config =
                new HostConfig.Ssh(
                        "deploy",
                        "127.0.0.1",
                        1,
                        new HostConfig.Login.KeyFile(key),
                        new HostConfig.Trust.Fingerprint("SHA256:x"),
                        Optional.empty());
        try (Reaching pikett = new Reaching(folder, Map.of("prod-1", config), ShortLimits.LIMITS)) {
            return pikett.run("true").toString();
        }
    }

    @Test
    void withoutARecordThereIsNoLogin() throws Exception {
        try (EmbeddedSshd sshd = new EmbeddedSshd(folder);
                Reaching pikett =
                        new Reaching(folder, Map.of("prod-1", sshd.config()), ShortLimits.LIMITS)) {
            pikett.closeStore();
            assertThat(pikett.run("true"))
                    .isInstanceOfSatisfying(
                            ShellResult.Unreachable.class,
                            it ->
                                    assertThat(it.reason().english())
                                            .contains("no login without a record"));
            assertThat(sshd.keysOffered()).isEmpty();
        }
    }

    @Test
    void aPasswordIsShownOnceAndAKeyIsNotFollowedByOne() throws Exception {
        try (EmbeddedSshd sshd = new EmbeddedSshd(folder).rejectingLogins()) {
            HostConfig.Ssh key = sshd.config();
            Map<String, HostConfig> hosts =
                    Map.of(
                            "key", key,
                            "right", withPassword(key, EmbeddedSshd.PASSWORD),
                            "wrong", withPassword(key, "guess"));
            try (Reaching pikett = new Reaching(folder, hosts, ShortLimits.LIMITS)) {
                assertThat(pikett.runOn("key", "true"))
                        .isEqualTo(refused(new Refusal.LoginFailed(1)));
                assertThat(sshd.passwordsOffered()).isEmpty();
                assertThat(pikett.runOn("wrong", "true"))
                        .isEqualTo(refused(new Refusal.LoginFailed(1)));
                assertThat(sshd.passwordsOffered()).containsExactly("guess");
                assertThat(pikett.runOn("right", "true")).isInstanceOf(ShellResult.Done.class);
                assertThat(sshd.keysOffered()).hasSize(1);
            }
        }
    }

    private static HostConfig withPassword(HostConfig.Ssh config, String password) {
        return new HostConfig.Ssh(
                config.user(),
                config.address(),
                config.port(),
                new HostConfig.Login.Password(new Secret(password)),
                config.trust(),
                Optional.empty());
    }
}
