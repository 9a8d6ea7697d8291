package pikett.bot.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.playground.telegram.message.Message;

/// With the gate before a real OpenSSH everything of Pikett works, and nothing else does.
@Tag("real")
@ExtendWith(InRealWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealGateTest {
    private static final String ME = System.getProperty("user.name") + "@127.0.0.1";

    private final RealWorld world;
    private final Path folder;
    private final Path journal;
    private final OpenSshServer ssh;
    private final Site site;
    private final Phone anna;

    RealGateTest(RealWorld world, @TempDir Path folder) throws IOException {
        this.world = world;
        this.folder = folder;
        this.journal = Files.createFile(folder.resolve("journal"));
        this.ssh =
                new OpenSshServer(
                        folder.resolve("ssh"),
                        Pm2.environment(world.folder().resolve("pm2")),
                        "Subsystem sftp internal-sftp\nAcceptEnv *\n");
        String targets =
                Targets.all(world, journal).replace(world.ssh().yaml(), ssh.yaml())
                        + "checks:\n  errors: { logs: ai-admin-api, warning-when: [\"lines('never') > 3 in 5m\"] }\n";
        letInThroughTheGate(targets);
        this.site = new Site(folder, targets);
        this.anna = site.phone(site.cast().anna());
    }

    private void letInThroughTheGate(String targets) throws IOException {
        Path config = folder.resolve("before.yaml");
        Files.writeString(
                config,
                "telegram: { token: '7000000009:%s', chats: {} }\npeople: { anna: { telegram: 1, role: admin }, mira: { telegram: 2, role: admin } }\n%s"
                        .formatted("A".repeat(35), targets));
        Path gate = folder.resolve("pikett-gate");
        Files.writeString(gate, program(config, "gate", "prod-1"));
        assertThat(gate.toFile().setExecutable(true)).isTrue();
        ssh.letIn(
                program(config, "gate", "prod-1", "--authorized-keys", "--path", gate.toString()));
    }

    private static String program(Path config, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--config", config.toString()));
        Programs.Ended ended = PikettProgram.run(all.toArray(String[]::new));
        assertThat(ended.exit()).as(ended.output()).isZero();
        return ended.output();
    }

    @AfterAll
    void stop() {
        site.close();
        ssh.close();
    }

    @Test
    void everything_of_pikett_works() throws IOException {
        anna.ask("/status", "restart loop", "prod-1 · up", "🟢 " + Pm2.HEALTHY, "As of");
        anna.ask("/logs " + Pm2.HEALTHY, "login of the mirror");
        anna.ask("/queue messages", "waiting " + world.redis("LLEN", "bull:messages:wait"));
        anna.ask("/health " + Pm2.HEALTHY, "healthy", "served");
        anna.ask("/health site", "Status 502");
        assertThat(Programs.output("cat", site.keeps().resolve("log").toString()))
                .doesNotContain("outcome=failed-to-start");

        int before = world.pm2().restarts(Pm2.HEALTHY);
        Message restart = anna.ask("/restart " + Pm2.HEALTHY, "Restart " + Pm2.HEALTHY + "?");
        anna.tap(restart, "Restart");
        anna.becomes(restart, "was restarted", "no restart since");
        assertThat(world.pm2().restarts(Pm2.HEALTHY)).isEqualTo(before + 1);
    }

    @Test
    void a_runbook_runs_with_its_value_and_can_be_stopped() throws IOException {
        Message company = anna.ask("/recover company 962302", "Run Restore one company?");
        anna.tap(company, "Run");
        anna.becomes(company, "Restore one company is done");
        assertThat(Files.readString(journal)).contains("company ", "962302");

        Message slow = anna.ask("/recover slow", "Run Restore everything?");
        anna.tap(slow, "Run");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.readString(journal).contains("slow "));
        long pid =
                Long.parseLong(
                        Files.readAllLines(journal).stream()
                                .filter(line -> line.startsWith("slow "))
                                .findFirst()
                                .orElseThrow()
                                .split(" ")[1]);
        anna.tap(anna.becomes(slow, "Restore everything is running"), "Stop");
        anna.becomes(slow, "Restore everything was stopped", "Stopped by anna");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ProcessHandle.of(pid)).isEmpty());
    }

    private Programs.Ended client(String option, String... command) {
        List<String> line = new ArrayList<>(ssh.client());
        line.addAll(List.of(option.isEmpty() ? "-T" : option, ME));
        line.addAll(List.of(command));
        return Programs.run(Map.of("LC_CANARY", "x"), line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pm2 jlist",
                "exec '/bin/sh' '-c' 'id'",
                "scp -t /tmp",
                "rsync --server .",
                "true\nid",
                "$(id)"
            })
    void any_other_command_is_refused(String command) {
        Programs.Ended ended = client("", command);

        assertThat(ended.exit()).isEqualTo(126);
        assertThat(ended.output().lines())
                .singleElement()
                .asString()
                .startsWith("pikett-gate: refused:");
    }

    /// An agent, a screen and a variable are asked for, and it goes on without.
    @ParameterizedTest
    @ValueSource(strings = {"-T", "-A", "-X", "-oSendEnv=LC_CANARY"})
    void there_is_no_shell_whatever_is_asked_for(String option) {
        Programs.Ended ended = client(option);

        assertThat(ended.exit()).isEqualTo(126);
        assertThat(ended.output()).contains("pikett-gate: refused:");
    }

    @Test
    void there_is_no_terminal() {
        Programs.Ended ended = client("-tt");

        assertThat(ended.exit()).isEqualTo(255);
        assertThat(ended.output()).contains("PTY allocation request failed");
    }

    @Test
    void no_file_is_fetched() {
        assertThat(client("-s", "sftp").exit()).isEqualTo(126);
    }

    @Test
    void only_what_pikett_looks_at_is_reached() {
        String redis = world.redisUrl().replaceAll("redis://([^/]*)/?.*", "$1");
        assertThat(client("-W" + redis).output()).doesNotContain("prohibited");

        for (String elsewhere :
                List.of(
                        "127.0.0.1:" + ssh.port(),
                        "127.0.0.1:1",
                        "localhost:" + redis.split(":")[1])) {
            Programs.Ended ended = client("-W" + elsewhere);
            assertThat(ended.exit()).as(ended.output()).isEqualTo(255);
            assertThat(ended.output()).contains("administratively prohibited");
        }
    }

    /// The options of the key alone see to it: nothing in the configuration of this server does.
    @Test
    void nothing_listens_for_the_key_and_no_socket_in_the_file_system_is_reached()
            throws IOException {
        List<String> listen = new ArrayList<>(ssh.client());
        listen.addAll(List.of("-oExitOnForwardFailure=yes", "-N", "-R0:127.0.0.1:22", ME));
        Programs.Ended ended = Programs.run(Map.of(), listen);
        assertThat(ended.exit()).isEqualTo(255);
        assertThat(ended.output()).contains("remote port forwarding failed");

        // Whoever is connected to this one can have PM2 do anything.
        Path pm2 = world.folder().resolve("pm2").resolve("rpc.sock");
        assertThat(pm2).exists();
        Path here = folder.resolve("here.sock");
        List<String> socket = new ArrayList<>(ssh.client());
        socket.addAll(List.of("-N", "-L" + here + ":" + pm2, ME));
        try (Started _ =
                Started.of(socket, Map.of(), folder.resolve("tunnel"), () -> Files.exists(here))) {
            Programs.run(
                    Map.of(),
                    List.of("curl", "-s", "-m", "3", "--unix-socket", here.toString(), "http://x"));
            await().untilAsserted(() ->
                    assertThat(folder.resolve("tunnel")).content().contains("open failed"));
        }
    }

    @Test
    void sudo_understands_its_rules() throws IOException {
        Path config = folder.resolve("sudo.yaml");
        Files.writeString(
                config,
                """
                telegram: { token: '7000000009:%s', chats: {} }
                people: { anna: { telegram: 1, role: admin } }
                hosts: { prod-1: %s }
                runbooks:
                  company:
                    title: { en: Restore one company }
                    role: operator
                    parameters: { id: { pattern: '[0-9]{1,9}|all-[a-z_.,:=]+' } }
                    steps:
                      - { run: [sudo, -n, -u, www-data, /opt/recovery.sh, company, '{id}', 'a,b:c=d'], on: prod-1 }
                      - { run: [sudo, -n, /usr/bin/systemctl, restart, caddy.service], on: prod-1 }
                """
                        .formatted("A".repeat(35), ssh.yaml()));
        Path rules = folder.resolve("sudoers");
        Files.writeString(rules, program(config, "gate", "prod-1", "--sudoers"));

        assertThat(Files.readAllLines(rules)).hasSize(2);
        assertThat(Programs.output("/usr/sbin/visudo", "-cf", rules.toString()))
                .contains("parsed OK");
    }
}
