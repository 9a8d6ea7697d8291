package pikett.adapters.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.adapters.host.FakeShell;
import pikett.adapters.host.Host;
import pikett.adapters.host.Output;
import pikett.adapters.host.ShellResult;
import pikett.adapters.host.ShellResult.Refusal;
import pikett.adapters.reason.Reason;
import pikett.config.ServiceConfig.Supervision;

/// What every supervisor owes, whatever its program.
class SupervisorContractTest {
    private static final Instant NOW = Instant.parse("2026-11-03T14:07:00Z");

    private static final List<Supervision> KINDS =
            List.of(
                    new Supervision.Pm2("api"),
                    new Supervision.Systemd("api.service"),
                    new Supervision.Docker("api"),
                    new Supervision.Commands(
                            List.of("ctl", "status"),
                            List.of("ctl", "restart"),
                            List.of("ctl", "logs")));

    private static Host host(FakeShell shell) {
        return new Host(
                "prod-1",
                shell,
                (address, port, timeout) -> {
                    throw new IOException("nothing is dialled here");
                });
    }

    private static Supervisor supervisor(Supervision kind, FakeShell shell) {
        return new Supervisors(() -> NOW).supervisor(kind, host(shell));
    }

    static Stream<Arguments> troubles() {
        List<Arguments> results =
                List.of(
                        Arguments.of(
                                new ShellResult.Unreachable(
                                        Reason.told("connection refused by 203.0.113.7:22")),
                                "connection refused by 203.0.113.7:22"),
                        Arguments.of(
                                new ShellResult.TimedOut(Duration.ofSeconds(10), Output.EMPTY),
                                "gave no answer within 10 s"),
                        Arguments.of(
                                new ShellResult.Killed("KILL", Output.EMPTY, Duration.ZERO),
                                "was ended by signal KILL"),
                        Arguments.of(
                                new ShellResult.FailedToStart(
                                        Reason.told("pm2: not found on prod-1")),
                                "could not be started: pm2: not found on prod-1"),
                        Arguments.of(
                                new ShellResult.Unknown(
                                        Reason.told("the connection was lost"), Output.EMPTY),
                                "the connection was lost"),
                        Arguments.of(
                                new ShellResult.Refused(new Refusal.LoginFailed(1)),
                                "refuses our login (1 time in a row)"),
                        Arguments.of(
                                new ShellResult.Refused(new Refusal.LoginBlocked(NOW)),
                                "no logins until 2026-11-03T14:07:00Z"),
                        Arguments.of(
                                new ShellResult.Refused(
                                        new Refusal.HostKeyMismatch("SHA256:a", "SHA256:b")),
                                "expected SHA256:a, got SHA256:b"),
                        Arguments.of(
                                new ShellResult.Refused(
                                        new Refusal.HostKeyMismatch("", "SHA256:b")),
                                "no host key is known for it; it shows SHA256:b"),
                        Arguments.of(
                                new ShellResult.Refused(
                                        new Refusal.Misconfigured(
                                                Reason.told("key file is missing"))),
                                "key file is missing"));
        return KINDS.stream()
                .flatMap(kind ->
                        results.stream().map(r -> Arguments.of(kind, r.get()[0], r.get()[1])));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("troubles")
    void troubleWithTheHostIsUnknownAndSaysWhy(Supervision kind, ShellResult trouble, String why) {
        FakeShell shell =
                new FakeShell()
                        .on("pm2", trouble)
                        .on("env", trouble)
                        .on("docker", trouble)
                        .on("ctl", trouble);

        ProcessReading reading = supervisor(kind, shell).read();

        assertThat(reading.state()).isEqualTo(ProcessState.UNKNOWN);
        assertThat(reading.reason().orElseThrow().english()).contains(why);
        assertThat(reading.readAt()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-x",
                "--all",
                "*",
                "caddy*",
                "[a-z]",
                "a b",
                "a\nb",
                "$(touch x)",
                "a;b",
                "../x",
                "x\u0000"
            })
    void namesThatCouldMeanSomethingElseAreRefusedBeforeTheHost(String name) {
        FakeShell shell = new FakeShell();
        for (Supervision kind :
                List.of(new Supervision.Systemd(name), new Supervision.Docker(name))) {
            Supervisor refused = supervisor(kind, shell);

            assertThat(refused.read().state()).isEqualTo(ProcessState.UNKNOWN);
            assertThat(refused.read().reason().orElseThrow().english())
                    .contains("cannot be the name of a");
            assertThat(refused.restart()).isInstanceOf(ShellResult.FailedToStart.class);
            assertThat(refused.logs(10)).isInstanceOf(ShellResult.FailedToStart.class);
        }
        assertThat(shell.ran()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 10_000})
    void longNamesAreRefusedInAFewWords(int length) {
        Supervisor refused =
                supervisor(new Supervision.Systemd("x".repeat(length)), new FakeShell());

        assertThat(refused.read().reason().orElseThrow().english())
                .hasSizeLessThan(300)
                .contains(
                        "("
                                + length
                                + " characters) cannot be the name of a systemd unit: at most 255");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "caddy",
                "caddy.service",
                "getty@tty1.service",
                "dev-disk-by\\x2duuid.swap",
                "a:b_c"
            })
    void namesOfUnitsAreTaken(String unit) {
        FakeShell shell = new FakeShell().on("env", FakeShell.printed("ActiveState=active\n"));

        assertThat(supervisor(new Supervision.Systemd(unit), shell).read().state())
                .isEqualTo(ProcessState.UP);
        assertThat(shell.ran().getFirst()).endsWith("--", unit);
    }
}
