package pikett.bot.hostgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.adapters.ssh.FarSide;
import pikett.bot.hostgate.Allowed.Argument;
import pikett.bot.hostgate.Allowed.Piece;

/// What Pikett sends runs, as it is. Nothing else runs, whatever it looks like.
final class GateScriptTest {
    private static final String ODD = "it's \\ \"$HOME\" `id` *; a=b";
    private static final int MUTANTS = 100;

    @TempDir Path folder;

    /// Those that are here, each once: `sh` is usually another name of one of the others.
    static List<List<String>> shells() throws IOException {
        Map<Path, List<String>> shells = new LinkedHashMap<>();
        for (List<String> shell :
                List.of(
                        List.of("/bin/sh"),
                        List.of("/bin/dash"),
                        List.of("/bin/bash", "--posix"),
                        List.of("/bin/busybox", "sh"),
                        List.of("/usr/bin/busybox", "sh"))) {
            Path program = Path.of(shell.getFirst());
            if (Files.isExecutable(program)) {
                shells.putIfAbsent(program.toRealPath(), shell);
            }
        }
        return List.copyOf(shells.values());
    }

    private static Argument value(String before, String name, String pattern) {
        try {
            Piece.Value value = new Piece.Value(name, Automaton.of(Pattern.compile(pattern)));
            return new Argument.Word(
                    before.isEmpty() ? List.of(value) : List.of(new Piece.Text(before), value));
        } catch (NotCheckableException e) {
            throw new AssertionError(e);
        }
    }

    private static HostNeeds needs() {
        Argument id = value("", "id", "[0-9]{1,9}");
        return new HostNeeds(
                "prod-1",
                List.of(
                        new Allowed(List.of(Allowed.word("tell"))),
                        new Allowed(List.of(Allowed.word("tell"), Allowed.word(ODD))),
                        new Allowed(
                                List.of(
                                        Allowed.word("journalctl"),
                                        Allowed.word("--unit=api"),
                                        value("--lines=", "lines", "[1-9][0-9]{0,5}"))),
                        new Allowed(
                                List.of(
                                        Allowed.word("company.sh"),
                                        id,
                                        value("", "name", "[A-Za-z_.-]+( [a-z]+)?"),
                                        id)),
                        new Allowed(
                                List.of(
                                        Allowed.word("pm2"),
                                        Allowed.word("restart"),
                                        new Argument.Pm2Numbers("api"))),
                        new Allowed(
                                List.of(
                                        Allowed.word("tail"),
                                        Allowed.word("-n"),
                                        value("", "lines", "[1-9][0-9]{0,5}"),
                                        Allowed.word("--"),
                                        new Argument.Pm2Logs("my api")))),
                List.of(),
                List.of());
    }

    private static List<List<String>> sent() {
        return List.of(
                List.of("tell"),
                List.of("tell", ODD),
                List.of("journalctl", "--unit=api", "--lines=200"),
                List.of("company.sh", "962302", "Anna_B. c", "962302"),
                List.of("pm2", "restart", "3"),
                List.of("pm2", "restart", "11", "3"),
                List.of("tail", "-n", "50", "--", "/home/deploy/.pm2/logs/my-api-out.log"),
                List.of(
                        "tail",
                        "-n",
                        "50",
                        "--",
                        "/home/deploy/.pm2/logs/my-api-out-3.log",
                        "/home/deploy/.pm2/logs/my-api-error-3.log",
                        "/var/log/api/out.log"));
    }

    private static String line(List<String> arguments) {
        return GateBench.line(arguments.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void what_pikett_sends_runs_as_it_is(List<String> shell) throws IOException {
        GateBench bench = new GateBench(folder, shell, needs());
        for (List<String> arguments : sent()) {
            GateBench.Ended ended = bench.ask(line(arguments));
            assertThat(ended.given()).as(ended.toString()).containsExactlyElementsOf(arguments);
            assertThat(ended.out()).startsWith("#");
            assertThat(ended.exit()).isZero();
        }
    }

    static List<List<String>> neverAllowed() {
        return List.of(
                List.of("tell", "more"),
                List.of("tell", ""),
                List.of("sh", "-c", "id"),
                List.of("journalctl", "--unit=api", "--lines="),
                List.of("journalctl", "--unit=api", "--lines=0"),
                List.of("journalctl", "--unit=api", "--lines=1234567"),
                List.of("journalctl", "--unit=api", "--lines=1 2"),
                List.of("journalctl", "--unit=other", "--lines=1"),
                List.of("journalctl", "--unit=api", "--lines=1", "--follow"),
                List.of("company.sh", "1", "anna", "2"),
                List.of("company.sh", "1", "-anna", "1"),
                List.of("company.sh", "1", "anna", "1", "1"),
                List.of("company.sh", "1", "anna\nid", "1"),
                List.of("company.sh", "1", "änna", "1"),
                List.of("company.sh", "1;id", "anna", "1;id"),
                List.of("company.sh", "1'", "anna", "1'"),
                List.of("pm2", "restart", "4"),
                List.of("pm2", "restart", "3", "4"),
                List.of("pm2", "restart", "all"),
                List.of("pm2", "restart", "1"),
                List.of("pm2", "restart", "7"),
                List.of("pm2", "restart", ""),
                List.of("pm2", "restart"),
                List.of("pm2", "delete", "3"),
                List.of("tail", "-n", "5", "--"),
                List.of("tail", "-n", "5", "--", "/etc/shadow"),
                List.of("tail", "-n", "5", "--", "/home/deploy/.pm2/logs/../../../../etc/shadow"),
                List.of("tail", "-n", "5", "--", "/home/deploy/.pm2/logs/my-api-out-../x.log"),
                List.of("tail", "-n", "5", "--", "/home/deploy/.pm2/logs/other-out.log"),
                List.of(
                        "tail",
                        "-n",
                        "5",
                        "--",
                        "/home/deploy/.pm2/logs/my-api-out.log",
                        "/etc/shadow"));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void any_other_arguments_are_refused_and_logged(List<String> shell) throws IOException {
        GateBench bench = new GateBench(folder, shell, needs());
        for (List<String> arguments : neverAllowed()) {
            assertThat(bench.ask(line(arguments)).refused()).as(arguments.toString()).isTrue();
        }
        assertThat(Files.readAllLines(bench.log())).hasSize(neverAllowed().size());
    }

    private List<String> hostile(GateBench bench) {
        String touch = "touch " + bench.canary();
        String good = line(List.of("tell"));
        List<String> lines =
                new ArrayList<>(
                        List.of(
                                "",
                                touch,
                                "/bin/sh",
                                "internal-sftp",
                                "/usr/lib/openssh/sftp-server",
                                "scp -t /tmp",
                                "rsync --server . /",
                                good + "; " + touch,
                                good + " && " + touch,
                                good + "\n" + touch,
                                touch + "\n" + good,
                                good + " $(" + touch + ")",
                                good + " `" + touch + "`",
                                good + " '",
                                " " + good,
                                good + " ",
                                good.replace("'10'", "'10; " + touch + "'"),
                                good.replace("'10'", "'$(" + touch + ")'"),
                                good.replace("'10'", "'-10'"),
                                good.replace("'10'", "'0'"),
                                good.replace("'10'", "'010'"),
                                good.replace("'10'", "'999999'"),
                                good.replace("'10'", "''"),
                                good.replace("'tell'", "$(" + touch + ")"),
                                good.replace("'tell'", "'tell' '$(" + touch + ")'"),
                                good.replace("exec ", "exec  "),
                                good.replace("exec ", "eval "),
                                good.toUpperCase(Locale.ROOT),
                                "exec '/bin/sh' '-c' '"
                                        + touch
                                        + "' 'pikett' 'a' 'b' '5' '10' 'tell'",
                                "exec '/bin/sh' '-c' 'kill -s TERM \"$1\"' 'pikett' '../self'",
                                "*",
                                "[",
                                "\\",
                                "%s%n\u001b[2J" + touch,
                                "x".repeat(70_000),
                                good + " ".repeat(70_000)));
        lines.addAll(
                List.of(good.split(" ", 9)).stream().filter(part -> !part.equals(good)).toList());
        return lines;
    }

    @ParameterizedTest
    @MethodSource("shells")
    void no_shell_reads_what_was_sent(List<String> shell) throws IOException {
        GateBench bench = new GateBench(folder, shell, needs());
        for (String line : hostile(bench)) {
            GateBench.Ended ended = bench.ask(line);
            assertThat(ended.refused()).as(line + "\n" + ended).isTrue();
            assertThat(ended.error().lines()).hasSize(1);
        }
        assertThat(bench.canary()).doesNotExist();
        assertThat(Files.readAllLines(bench.log()))
                .hasSize(hostile(bench).size())
                .allMatch(line -> line.length() < 300 && line.chars().noneMatch(c -> c < ' '));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_121, 99})
    void whatever_is_changed_in_a_line_it_is_another_one_of_pikett_or_refused(long seed)
            throws IOException {
        GateBench bench = new GateBench(folder, List.of("/bin/sh"), needs());
        Random random = new Random(seed);
        List<Pattern> language =
                List.of(
                        Pattern.compile("tell"),
                        Pattern.compile(Pattern.quote("tell\n" + ODD)),
                        Pattern.compile("journalctl\n--unit=api\n--lines=[1-9][0-9]{0,5}"),
                        Pattern.compile(
                                "company.sh\n([0-9]{1,9})\n[A-Za-z_.][A-Za-z_.-]*( [a-z]+)?\n\\1"),
                        Pattern.compile("pm2\nrestart(\n(3|11))+"),
                        Pattern.compile(
                                "tail\n-n\n[1-9][0-9]{0,5}\n--(\n(/home/deploy/.pm2/logs/my-api-(out|error)(-[0-9]{1,9})?.log|/var/log/api/out.log))+"));
        for (int round = 0; round < MUTANTS; round++) {
            String line = mutant(line(sent().get(random.nextInt(sent().size()))), random, bench);
            GateBench.Ended ended = bench.ask(line);
            String given = String.join("\n", ended.given());
            assertThat(
                            ended.refused()
                                    || language.stream()
                                            .anyMatch(way -> way.matcher(given).matches()))
                    .as("seed %d round %d: %s%n%s", seed, round, line, ended)
                    .isTrue();
        }
        assertThat(bench.canary()).doesNotExist();
    }

    private static String mutant(String line, Random random, GateBench bench) {
        List<String> parts =
                List.of(
                        "'",
                        "\\",
                        "\"",
                        ";",
                        "\n",
                        "$",
                        " ",
                        "' '",
                        "'\\''",
                        "*",
                        "9",
                        "a",
                        "ä",
                        "-",
                        "..",
                        "`touch " + bench.canary() + "`",
                        "$(touch " + bench.canary() + ")",
                        "'; touch " + bench.canary() + " '");
        StringBuilder changed = new StringBuilder(line);
        // Most of a line is its frame; what follows it deserves as much.
        int from = random.nextBoolean() ? line.lastIndexOf("'10'") : 0;
        for (int left = 1 + random.nextInt(2); left > 0; left--) {
            int at = from + random.nextInt(changed.length() - from + 1);
            switch (random.nextInt(3)) {
                case 0 -> changed.insert(at, parts.get(random.nextInt(parts.size())));
                case 1 ->
                        changed.replace(
                                at,
                                Math.min(changed.length(), at + 1),
                                parts.get(random.nextInt(parts.size())));
                default ->
                        changed.delete(at, Math.min(changed.length(), at + 1 + random.nextInt(4)));
            }
        }
        return changed.toString();
    }

    /// What a person stops is ended, and only what was started through the gate.
    @Test
    void only_what_was_started_is_ended() throws Exception {
        GateBench bench = new GateBench(folder, List.of("/bin/sh"), needs());
        Process other = new ProcessBuilder("sleep", "30").start();
        Process started = new ProcessBuilder("timeout", "-k", "5", "30", "sleep", "30").start();
        try {
            String end = FarSide.endHead();

            assertThat(bench.ask(end + other.pid() + "'").refused()).isTrue();
            assertThat(other.isAlive()).isTrue();
            assertThat(bench.ask(end + started.pid() + "'").exit()).isZero();
            assertThat(started.waitFor()).isEqualTo(143);
        } finally {
            other.destroyForcibly();
            started.destroyForcibly();
        }
    }
}
