package pikett.adapters.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.adapters.host.Command;
import pikett.adapters.host.ShellResult;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Reason;
import pikett.config.HostConfig;

/// Hosts that stall, lie, drop or flood: each in its phase, each with its own answer.
class DifficultHostTest {
    @TempDir Path folder;

    private Reaching reaching(HostConfig config) {
        return new Reaching(folder, Map.of("prod-1", config), ShortLimits.LIMITS);
    }

    /// The peer instead of the host, with all else as the host has it.
    private HostConfig behind(RawPeer peer) throws Exception {
        return new HostConfig.Ssh(
                "deploy",
                "127.0.0.1",
                peer.port(),
                new HostConfig.Login.KeyFile(EmbeddedSshd.newLoginKey(folder.resolve("some_key"))),
                new HostConfig.Trust.Fingerprint("SHA256:none"),
                Optional.empty());
    }

    private static String unreachable(String reason, int port) {
        return new ShellResult.Unreachable(Reason.told(reason.formatted(port))).toString();
    }

    @Test
    void noBannerEndsInTime() throws Exception {
        try (RawPeer silent = new RawPeer((_, _) -> {});
                Reaching pikett = reaching(behind(silent))) {
            assertThat(pikett.run("true"))
                    .hasToString(
                            unreachable(
                                    "no answer from 127.0.0.1:%d within 2 s (key exchange)",
                                    silent.port()));
        }
    }

    @Test
    void aTrickleDoesNotExtendTheTime() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (RawPeer trickling =
                        new RawPeer((socket, _) -> {
                            try {
                                do {
                                    socket.getOutputStream()
                                            .write("wait\n".getBytes(StandardCharsets.US_ASCII));
                                } while (!over.await(100, TimeUnit.MILLISECONDS));
                            } catch (InterruptedException stopped) {
                                Thread.currentThread().interrupt();
                            }
                        });
                Reaching pikett = reaching(behind(trickling))) {
            assertThat(pikett.run("true"))
                    .hasToString(
                            unreachable(
                                    "no answer from 127.0.0.1:%d within 2 s (key exchange)",
                                    trickling.port()));
            over.countDown();
        }
    }

    @Test
    void aStallInTheKeyExchangeEndsInTime() throws Exception {
        try (RawPeer stalling =
                        new RawPeer((socket, _) ->
                                socket.getOutputStream()
                                        .write(
                                                "SSH-2.0-stall\r\n"
                                                        .getBytes(StandardCharsets.US_ASCII)));
                Reaching pikett = reaching(behind(stalling))) {
            assertThat(pikett.run("true"))
                    .hasToString(
                            unreachable(
                                    "no answer from 127.0.0.1:%d within 2 s (key exchange)",
                                    stalling.port()));
        }
    }

    @Test
    void aStallAtTheLoginIsNoFailedLogin() throws Exception {
        try (EmbeddedSshd sshd = new EmbeddedSshd(folder).stallingLogin();
                Reaching pikett = reaching(sshd.config())) {
            for (int i = 0; i < 3; i++) {
                assertThat(pikett.run("true"))
                        .hasToString(
                                unreachable(
                                        "no answer from 127.0.0.1:%d within 2 s (login)",
                                        sshd.port()));
            }
        }
    }

    @Test
    void aStallAtTheChannelStartsNothing() throws Exception {
        try (EmbeddedSshd sshd = new EmbeddedSshd(folder);
                Reaching pikett = reaching(sshd.config())) {
            assertThat(pikett.run("true")).isInstanceOf(ShellResult.Done.class);
            sshd.stallChannels(true);
            assertThat(pikett.run("true"))
                    .hasToString(
                            unreachable(
                                    "127.0.0.1:%d is connected but opened no channel within 2 s",
                                    sshd.port()));
            sshd.stallChannels(false);
            assertThat(pikett.run("true")).isInstanceOf(ShellResult.Done.class);
        }
    }

    @Test
    void aClosedPortIsNamed() throws Exception {
        HostConfig config;
        int port;
        try (RawPeer gone = new RawPeer((_, _) -> {})) {
            port = gone.port();
            config = behind(gone);
        }
        try (Reaching pikett = reaching(config)) {
            assertThat(pikett.run("true"))
                    .hasToString(unreachable("connection refused by 127.0.0.1:%d", port));
        }
    }

    @Test
    void whatABusyHostDropsIsTriedAgain() throws Exception {
        try (EmbeddedSshd sshd = new EmbeddedSshd(folder);
                RawPeer busy = RawPeer.dropping(2, sshd.port())) {
            HostConfig.Ssh direct = sshd.config();
            HostConfig.Ssh through =
                    new HostConfig.Ssh(
                            direct.user(),
                            direct.address(),
                            busy.port(),
                            direct.login(),
                            direct.trust(),
                            Optional.empty());
            try (Reaching pikett = reaching(through)) {
                assertThat(pikett.run("true")).isInstanceOf(ShellResult.Done.class);
                assertThat(busy.accepted()).isEqualTo(3);
            }
        }
    }

    @Test
    void theThreeStrangeEndsAreToldApart() throws Exception {
        assertThat(resultOf(command -> command.exitBySignal("SEGV")))
                .isInstanceOfSatisfying(
                        ShellResult.Killed.class,
                        killed -> assertThat(killed.signal()).isEqualTo("SEGV"));
        assertThat(resultOf(ScriptedCommand::closeWithoutStatus))
                .isInstanceOfSatisfying(
                        ShellResult.Unknown.class,
                        unknown ->
                                assertThat(unknown.reason().english()).contains("did not say how"));
        assertThat(resultOf(command -> command.exit(255)))
                .isInstanceOfSatisfying(
                        ShellResult.Done.class, done -> assertThat(done.exitCode()).isEqualTo(255));
    }

    @Test
    void aCutInTheMiddleIsUnknownAndKeepsWhatCame() throws Exception {
        ShellResult result =
                resultOf(command -> {
                    command.write("half");
                    // The cut would overtake what still lies in a buffer on its way.
                    command.writeMoreThanAWindow();
                    command.channel().getSession().close(true);
                });
        assertThat(result)
                .isInstanceOfSatisfying(
                        ShellResult.Unknown.class,
                        unknown -> assertThat(unknown.output().standard()).startsWith("half"));
    }

    @Test
    void silenceAfterTheStartEndsAsUnknown() throws Exception {
        assertThat(resultOf(command -> command.write("half")))
                .isInstanceOfSatisfying(
                        ShellResult.Unknown.class,
                        unknown -> assertThat(unknown.reason().english()).contains("has not said"));
    }

    @Test
    void aFloodIsCutAndHoldsUpNobody() throws Exception {
        byte[] block = new byte[32_768];
        ShellResult result =
                resultOf(command -> {
                    for (int i = 0; i < 600; i++) {
                        command.out().write(block);
                        command.err().write(block);
                    }
                    command.out().flush();
                    command.err().flush();
                    command.exit(0);
                });
        assertThat(result)
                .isInstanceOfSatisfying(
                        ShellResult.Done.class,
                        done ->
                                assertThat(done.output().droppedBytes())
                                        .isEqualTo(
                                                2L
                                                        * (600 * block.length
                                                                - Command.DEFAULT_OUTPUT_LIMIT)));
    }

    private ShellResult resultOf(ScriptedCommand.Script script) throws Exception {
        try (EmbeddedSshd sshd =
                        new EmbeddedSshd(folder, line -> ScriptedCommand.started(line, script));
                Reaching pikett = reaching(sshd.config())) {
            return pikett.host("prod-1").shell().run(Command.of(Duration.ofSeconds(4), "true"));
        }
    }

    @Test
    void stoppingEndsWhatRunsAtOnce() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        try (EmbeddedSshd sshd =
                        new EmbeddedSshd(
                                folder,
                                line -> ScriptedCommand.started(line, _ -> begun.countDown()));
                Reaching pikett = reaching(sshd.config())) {
            CompletableFuture<ShellResult> running =
                    CompletableFuture.supplyAsync(
                            () -> pikett.run("true"), task -> Thread.ofVirtual().start(task));
            begun.await();
            pikett.hosts().close();
            assertThat(running.get(15, TimeUnit.SECONDS)).isInstanceOf(ShellResult.Unknown.class);
            assertThat(pikett.run("true"))
                    .isEqualTo(new ShellResult.Unreachable(Reason.of(Cause.STOPPING)));
        }
    }

    @Test
    void anUnusedSessionIsClosedAndMadeAnewWhenNeeded() throws Exception {
        try (EmbeddedSshd sshd = new EmbeddedSshd(folder);
                Reaching pikett = reaching(sshd.config())) {
            assertThat(pikett.run("true")).isInstanceOf(ShellResult.Done.class);
            pikett.clock().advance(Duration.ofMinutes(9));
            pikett.hosts().endIdleSessions();
            assertThat(pikett.run("true")).isInstanceOf(ShellResult.Done.class);
            assertThat(sshd.connections()).isEqualTo(1);
            pikett.clock().advance(Duration.ofMinutes(11));
            pikett.hosts().endIdleSessions();
            assertThat(pikett.run("true")).isInstanceOf(ShellResult.Done.class);
            assertThat(sshd.connections()).isEqualTo(2);
        }
    }
}
