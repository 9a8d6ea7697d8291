package pikett.adapters.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.adapters.host.Command;
import pikett.adapters.host.Shell;
import pikett.adapters.host.ShellResult;
import pikett.adapters.host.ShellResult.Refusal;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;
import pikett.config.HostConfig;

/// What only OpenSSH itself can show.
@Tag("real")
class RealSshdTest {
    @TempDir Path folder;
    @TempDir Path other;

    @Test
    void aSwappedHostKeyIsAHardStop() throws Exception {
        try (RealSshd sshd = new RealSshd(folder)) {
            String before = sshd.fingerprint();
            try (Reaching pikett = Reaching.one(folder, sshd.config())) {
                sshd.swapHostKey();
                for (int i = 0; i < 5; i++) {
                    assertThat(pikett.run("true"))
                            .isEqualTo(
                                    new ShellResult.Refused(
                                            new Refusal.HostKeyMismatch(
                                                    before, sshd.fingerprint())));
                }
                assertThat(sshd.log()).doesNotContain("publickey");
            }
        }
    }

    @Test
    void hashedKnownHostsAndFingerprintsAreRead() throws Exception {
        try (RealSshd sshd = new RealSshd(folder)) {
            Path hashed = sshd.knownHosts(true);
            assertThat(hashed).content().contains("|1|").doesNotContain("127.0.0.1");
            Map<String, HostConfig> hosts =
                    Map.of(
                            "hashed",
                            sshd.config(new HostConfig.Trust.KnownHosts(hashed), Optional.empty()),
                            "pinned",
                            sshd.config(
                                    new HostConfig.Trust.Fingerprint(sshd.fingerprint()),
                                    Optional.empty()));
            try (Reaching pikett = new Reaching(folder, hosts, SshLimits.DEFAULT)) {
                assertThat(pikett.runOn("hashed", "true")).isInstanceOf(ShellResult.Done.class);
                assertThat(pikett.runOn("pinned", "true")).isInstanceOf(ShellResult.Done.class);
            }
        }
    }

    @Test
    void noiseOfRcFilesIsKeptOut() throws Exception {
        Files.writeString(
                other.resolve(".bashrc"),
                "echo Welcome, $(date); echo warning >&2; set -x; alias printf=false\n");
        try (RealSshd sshd = new RealSshd(folder, "SetEnv HOME=" + other);
                Reaching pikett = Reaching.one(folder, sshd.config())) {
            assertThat(pikett.run("/bin/sh", "-c", "echo out; echo err >&2"))
                    .isInstanceOfSatisfying(
                            ShellResult.Done.class,
                            done -> {
                                assertThat(done.output().standard()).isEqualTo("out\n");
                                assertThat(done.output().error()).isEqualTo("err\n");
                            });
            assertThat(pikett.run("printenv", "HOME"))
                    .isInstanceOfSatisfying(
                            ShellResult.Done.class,
                            done -> assertThat(done.output().standard()).isEqualTo(other + "\n"));
        }
    }

    private static Reason refusedAt(int port) {
        return Reason.of(Cause.CONNECTION_REFUSED, Detail.text("127.0.0.1:" + port));
    }

    @Test
    void aLoginShellThatGivesUpIsNoStart() throws Exception {
        Files.writeString(other.resolve(".bashrc"), "echo This account is closed.; exit 1\n");
        try (RealSshd sshd = new RealSshd(folder, "SetEnv HOME=" + other);
                Reaching pikett = Reaching.one(folder, sshd.config())) {
            assertThat(pikett.run("true"))
                    .isEqualTo(
                            new ShellResult.FailedToStart(
                                    Reason.of(Cause.SHELL_ENDED_EARLY, Detail.number(1))
                                            .said("This account is closed.")));
        }
    }

    @Test
    void aHostThatAllowsFewSessionsIsGivenFew() throws Exception {
        try (RealSshd sshd = new RealSshd(folder, "MaxSessions 2");
                Reaching pikett = Reaching.one(folder, sshd.config())) {
            List<CompletableFuture<ShellResult>> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                all.add(
                        CompletableFuture.supplyAsync(
                                () -> pikett.run("true"), task -> Thread.ofVirtual().start(task)));
            }
            assertThat(all)
                    .allSatisfy(result ->
                            assertThat(result.join()).isInstanceOf(ShellResult.Done.class));
            assertThat(sshd.log().split("Accepted publickey", -1)).hasSize(2);
        }
    }

    @Test
    void aGigabyteLeavesTheHeapFlat() throws Exception {
        try (RealSshd sshd = new RealSshd(folder);
                Reaching pikett = Reaching.one(folder, sshd.config())) {
            pikett.run("head", "-c", "50M", "/dev/zero");
            long before = usedHeap();
            Shell shell = pikett.host("prod-1").shell();
            ShellResult result =
                    shell.run(Command.of(Duration.ofMinutes(3), "head", "-c", "1G", "/dev/zero"));
            assertThat(usedHeap() - before).isLessThan(10_000_000);
            assertThat(result)
                    .isInstanceOfSatisfying(
                            ShellResult.Done.class,
                            done ->
                                    assertThat(done.output().droppedBytes())
                                            .isEqualTo((1L << 30) - Command.DEFAULT_OUTPUT_LIMIT));
            assertThat(pikett.run("true")).isInstanceOf(ShellResult.Done.class);
        }
    }

    private static long usedHeap() {
        Runtime runtime = Runtime.getRuntime();
        runtime.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Test
    void aJumpHostLeadsThrough() throws Exception {
        try (RealSshd bastion = new RealSshd(folder);
                RealSshd inner = new RealSshd(other)) {
            Map<String, HostConfig> hosts =
                    Map.of(
                            "bastion",
                            bastion.config(),
                            "prod-1",
                            inner.config(
                                    new HostConfig.Trust.KnownHosts(inner.knownHosts(false)),
                                    Optional.of("bastion")));
            try (Reaching pikett = new Reaching(folder, hosts, SshLimits.DEFAULT)) {
                assertThat(pikett.run("head", "-c", "20M", "/dev/zero"))
                        .isInstanceOf(ShellResult.Done.class);
                assertThat(bastion.log()).contains("Accepted publickey");
                bastion.stop();
                // A command that begins while the connection breaks is told as unknown.
                await().atMost(Duration.ofSeconds(10))
                        .untilAsserted(() ->
                                assertThat(pikett.run("true"))
                                        .isEqualTo(
                                                new ShellResult.Unreachable(
                                                        Reason.of(
                                                                Cause.THROUGH,
                                                                Detail.text("bastion"),
                                                                Detail.inner(
                                                                        refusedAt(
                                                                                bastion
                                                                                        .port()))))));
            }
        }
    }

    @Test
    void aSessionThatWasLostIsMadeAnew() throws Exception {
        try (RealSshd sshd = new RealSshd(folder);
                Reaching pikett = Reaching.one(folder, sshd.config())) {
            assertThat(pikett.run("true")).isInstanceOf(ShellResult.Done.class);
            sshd.stop();
            // A command that begins while the connection breaks is told as unknown.
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() ->
                            assertThat(pikett.run("true"))
                                    .isEqualTo(
                                            new ShellResult.Unreachable(refusedAt(sshd.port()))));
            sshd.startAgain();
            assertThat(pikett.run("true")).isInstanceOf(ShellResult.Done.class);
        }
    }

    @Test
    void whatWasCutOffIsUnknown() throws Exception {
        try (RealSshd sshd = new RealSshd(folder);
                Reaching pikett = Reaching.one(folder, sshd.config())) {
            // More than may be on its way unread, so that the start of it has arrived.
            Path begun = other.resolve("begun");
            CompletableFuture<ShellResult> result =
                    CompletableFuture.supplyAsync(() ->
                            pikett.run(
                                    "/bin/sh",
                                    "-c",
                                    "echo half; head -c 8M /dev/zero; touch \"$1\"; sleep 5",
                                    "test",
                                    begun.toString()));
            await().until(() -> Files.exists(begun));
            sshd.stop();
            assertThat(result.join())
                    .isInstanceOfSatisfying(
                            ShellResult.Unknown.class,
                            unknown ->
                                    assertThat(unknown.output().standard()).startsWith("half\n"));
        }
    }

    @Test
    void aWrongKeyIsTriedTwiceThenNotForAnHour() throws Exception {
        try (RealSshd sshd = new RealSshd(folder)) {
            Files.writeString(folder.resolve("authorized_keys"), "");
            var clock = new Reaching.SettableClock();
            Map<String, HostConfig> hosts = Map.of("prod-1", sshd.config());
            try (Reaching pikett = new Reaching(folder, hosts, SshLimits.DEFAULT, clock)) {
                assertThat(pikett.run("true")).isEqualTo(refused(new Refusal.LoginFailed(1)));
                assertThat(pikett.run("true")).isEqualTo(refused(new Refusal.LoginFailed(2)));
            }
            Refusal blocked = new Refusal.LoginBlocked(clock.instant().plus(Duration.ofHours(1)));
            try (Reaching pikett = new Reaching(folder, hosts, SshLimits.DEFAULT, clock)) {
                assertThat(pikett.run("true")).isEqualTo(refused(blocked));
                assertThatThrownBy(() ->
                                pikett.host("prod-1")
                                        .dialer()
                                        .dial("127.0.0.1", 80, Duration.ofSeconds(5)))
                        .hasMessageContaining("no logins until 2026-11-21T03:00:00Z");
                assertThat(sshd.log().split("Failed publickey", -1)).hasSize(3);
                sshd.letIn();
                assertThat(pikett.hosts().liftLoginPause("prod-1")).isTrue();
                assertThat(pikett.run("true")).isInstanceOf(ShellResult.Done.class);
            }
        }
    }

    private static ShellResult refused(Refusal refusal) {
        return new ShellResult.Refused(refusal);
    }
}
