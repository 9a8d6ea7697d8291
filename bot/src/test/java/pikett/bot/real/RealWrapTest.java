package pikett.bot.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.playground.telegram.message.Message;

/// A job as cron would start it, under `pikett wrap`.
@Tag("real")
class RealWrapTest {
    private static final int BIG = 3_000_000;
    private static final Duration MOST = Duration.ofSeconds(40);
    private static final String BEARER = "canary-of-the-job-9b1d7f3e5a2c4e60";

    @TempDir Path folder;
    private Site site;
    private Phone anna;
    private int port;

    @BeforeEach
    void open() throws IOException {
        port = Programs.freePort();
        site =
                new Site(
                        folder,
                        "heartbeats: { job: { every: 24h, grace: 1h, severity: critical, bearer: '%s' } }\n"
                                .formatted(BEARER),
                        port,
                        "sources: { scripts: { type: pikett, bearer: '%s' } }".formatted(BEARER));
        anna = site.inGroup(site.cast().anna());
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void what_a_failing_job_said_is_on_its_card_until_it_succeeds() throws Exception {
        Wrapped failed =
                wrapped(
                        "sh",
                        "-c",
                        "echo copying; echo password=hunter2-hunter2; echo no space >&2; exit 3");
        assertThat(failed.exit()).isEqualTo(3);
        assertThat(failed.output()).isEqualTo("copying\npassword=hunter2-hunter2\n");
        assertThat(failed.error()).isEqualTo("no space\n");
        Message card = anna.sees("🔴 job failed", "exit 3", "no space");
        assertThat(card.text()).doesNotContain("hunter2");

        assertThat(wrapped("true").exit()).isZero();
        anna.becomes(card, "✅ job succeeded again");
    }

    @Test
    void without_a_heartbeat_a_failure_is_an_alert_and_the_next_success_its_end() throws Exception {
        String[] alert = {"wrap", "--name", "import", "--severity", "critical"};

        assertThat(ended(alert, "sh", "-c", "echo token=hunter2-hunter2; echo no space; exit 3"))
                .isEqualTo(3);
        Message card = anna.sees("🔴 import: exit 3", "no space");
        assertThat(card.text()).doesNotContain("hunter2");

        assertThat(ended(alert, "true")).isZero();
        anna.becomes(card, "✅ import");
    }

    /// There is no systemd in a container: two programs say what it and its journal say.
    @Test
    void how_a_unit_ended_is_an_alert_and_its_next_success_the_end() throws Exception {
        says("journalctl", "echo \"$*\"; echo api_key=hunter2-hunter2; echo no space");
        says("systemctl", "printf 'Result=exit-code\\nExecMainStatus=3\\nInvocationID=0a1b\\n'");
        String[] unit = {"notify", "--unit", "backup$(id).service"};

        assertThat(ended(unit)).isZero();
        Message card =
                anna.sees(
                        "🟠 backup$(id).service: exit-code 3",
                        "_SYSTEMD_INVOCATION_ID=0a1b",
                        "no space");
        assertThat(card.text()).doesNotContain("hunter2");

        says("systemctl", "printf 'Result=success\\nExecMainStatus=0\\n'");
        assertThat(ended(unit)).isZero();
        anna.becomes(card, "✅ backup$(id).service");
    }

    private void says(String program, String script) throws IOException {
        Path file = Files.createDirectories(folder.resolve("bin")).resolve(program);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void output_of_any_kind_goes_through_unchanged_and_input_too() throws Exception {
        byte[] bytes = new byte[BIG];
        new Random(20261121).nextBytes(bytes);
        Path input = Files.write(folder.resolve("input"), bytes);

        Process process =
                start(
                        List.of(),
                        input,
                        "sh",
                        "-c",
                        "cat; head -c 100000 \"$0\" >&2",
                        input.toString());
        byte[] output = Files.readAllBytes(awaited(process));

        assertThat(process.exitValue()).isZero();
        assertThat(output).isEqualTo(bytes);
        assertThat(Files.readAllBytes(folder.resolve("error")))
                .isEqualTo(Arrays.copyOf(bytes, 100_000));
    }

    @Test
    void arguments_stay_what_they_are() throws Exception {
        Wrapped wrapped =
                wrapped("printf", "<%s>", "a b", "", "@file", "$HOME", "--heartbeat", "ü€");

        assertThat(wrapped.output()).isEqualTo("<a b><><@file><$HOME><--heartbeat><ü€>");
    }

    @Test
    void arguments_stay_what_they_are_where_there_is_no_locale_too() throws Exception {
        Path file = Files.writeString(folder.resolve("größe €.txt"), "found\n");
        List<String> line = new ArrayList<>(PikettProgram.line(options(List.of())));
        line.addAll(List.of("--", "cat", file.toString()));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("LC_ALL", "C");

        Process process =
                builder.redirectError(folder.resolve("error").toFile())
                        .redirectOutput(folder.resolve("output").toFile())
                        .start();
        assertThat(Files.readString(awaited(process))).isEqualTo("found\n");
    }

    @Test
    void a_job_that_is_killed_has_failed_by_a_signal() throws Exception {
        Wrapped wrapped = wrapped("sh", "-c", "echo started; kill -9 $$");

        assertThat(wrapped.exit()).isEqualTo(137);
        assertThat(wrapped.output()).isEqualTo("started\n");
        anna.sees("🔴 job failed", "signal KILL", "started");
    }

    @Test
    void signals_reach_the_job_and_it_decides() throws Exception {
        for (String signal : List.of("TERM", "INT", "HUP")) {
            Path ready = folder.resolve("ready-" + signal);
            String job =
                    "trap 'echo got %s; exit 7' %s; : > '%s'; while :; do sleep 0.05; done"
                            .formatted(signal, signal, ready);
            Process process = start(List.of(), Path.of("/dev/null"), "sh", "-c", job);
            await().atMost(MOST).until(() -> Files.exists(ready));
            Programs.output("kill", "-s", signal, Long.toString(process.pid()));

            assertThat(Files.readString(awaited(process))).isEqualTo("got " + signal + "\n");
            assertThat(process.exitValue()).as(signal).isEqualTo(7);
        }
    }

    @Test
    void without_pikett_the_job_runs_all_the_same_and_one_line_says_so() throws Exception {
        site.stop();

        Wrapped wrapped = wrapped("sh", "-c", "echo done; exit 5");

        assertThat(wrapped.exit()).isEqualTo(5);
        assertThat(wrapped.output()).isEqualTo("done\n");
        assertThat(wrapped.error().lines())
                .singleElement()
                .asString()
                .startsWith("pikett: heartbeat job was not told of exit 5: connection refused");
    }

    @Test
    void a_pikett_that_does_not_answer_holds_the_job_up_for_ten_seconds_at_most() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path begun = folder.resolve("begun");
            long start = System.nanoTime();
            Process process =
                    start(
                            List.of("--url", "http://127.0.0.1:" + deaf.getLocalPort()),
                            Path.of("/dev/null"),
                            "sh",
                            "-c",
                            ": > '%s'".formatted(begun));
            await().atMost(Duration.ofSeconds(5)).until(() -> Files.exists(begun));
            awaited(process);

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(15));
            assertThat(process.exitValue()).isZero();
        }
    }

    @Test
    void a_program_that_is_not_there_fails_as_a_shell_would_say_it() throws Exception {
        Wrapped wrapped = wrapped("no-such-program");

        assertThat(wrapped.exit()).isEqualTo(127);
        assertThat(wrapped.error()).isEqualTo("pikett: no-such-program: not found\n");
        anna.sees("🔴 job failed", "exit 127", "not found");
    }

    @Test
    void what_it_leaves_behind_holds_nobody_up() throws Exception {
        long start = System.nanoTime();
        Wrapped wrapped = wrapped("sh", "-c", "sleep 20 & echo over");

        assertThat(wrapped.output()).isEqualTo("over\n");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void a_reader_that_goes_away_ends_the_job_as_if_nobody_stood_between() throws Exception {
        List<String> line = new ArrayList<>(PikettProgram.line(options(List.of())));
        line.addAll(List.of("--", "yes"));
        Process process =
                new ProcessBuilder(shell(line))
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectError(folder.resolve("error").toFile())
                        .start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("y\n");
        assertThat(process.waitFor(MOST.toSeconds(), TimeUnit.SECONDS)).isTrue();
        anna.sees("🔴 job failed", "signal PIPE");
    }

    @Test
    void what_was_answered_is_known_after_kill_9() throws Exception {
        assertThat(wrapped("false").exit()).isEqualTo(1);
        site.kill();
        site.startAgain();

        anna.sees("🔴 job failed", "exit 1");
        anna.ask("/checks job", "heartbeat:job");
    }

    private int ended(String[] wrap, String... command) throws Exception {
        List<String> line = new ArrayList<>(PikettProgram.line(wrap));
        line.addAll(List.of("--config", site.config().toString()));
        if (command.length > 0) {
            line.add("--");
            line.addAll(List.of(command));
        }
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().merge("PATH", "", (path, _) -> folder.resolve("bin") + ":" + path);
        Process process =
                builder.redirectError(folder.resolve("error").toFile())
                        .redirectOutput(folder.resolve("output").toFile())
                        .start();
        awaited(process);
        return process.exitValue();
    }

    private static List<String> shell(List<String> line) {
        List<String> shell = new ArrayList<>(List.of("sh", "-c", "\"$@\" | head -n 1", "sh"));
        shell.addAll(line);
        return shell;
    }

    private record Wrapped(int exit, String output, String error) {}

    private Wrapped wrapped(String... command) throws Exception {
        Process process = start(List.of(), Path.of("/dev/null"), command);
        String output = Files.readString(awaited(process));
        return new Wrapped(process.exitValue(), output, Files.readString(folder.resolve("error")));
    }

    private Path awaited(Process process) throws InterruptedException {
        assertThat(process.waitFor(MOST.toSeconds(), TimeUnit.SECONDS)).as("it ends").isTrue();
        return folder.resolve("output");
    }

    private Process start(List<String> more, Path input, String... command) throws IOException {
        // What started this test may ignore signals, as nohup does, and that is inherited.
        List<String> line = new ArrayList<>(List.of("env", "--default-signal=HUP,INT,TERM"));
        line.addAll(PikettProgram.line(options(more)));
        line.add("--");
        line.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("PIKETT_TOKEN", BEARER);
        return builder.redirectInput(input.toFile())
                .redirectOutput(folder.resolve("output").toFile())
                .redirectError(folder.resolve("error").toFile())
                .start();
    }

    private String[] options(List<String> more) {
        List<String> options = new ArrayList<>(List.of("wrap", "--heartbeat", "job"));
        if (more.isEmpty()) {
            options.addAll(List.of("--config", site.config().toString()));
        }
        options.addAll(more);
        return options.toArray(String[]::new);
    }
}
