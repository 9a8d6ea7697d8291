package pikett.adapters.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every shell must do, however it reaches its host. The host is always this machine, so that
/// what is left behind can be looked for.
public abstract class ShellContract {
    protected static final Duration ENOUGH = Duration.ofSeconds(20);

    @TempDir protected Path work;

    protected abstract Shell shell();

    protected final ShellResult run(String... arguments) {
        return shell().run(Command.of(ENOUGH, arguments));
    }

    protected final ShellResult script(String script) {
        return run("/bin/sh", "-c", script);
    }

    private ShellResult scriptFor(Duration timeout, String script, Path argument) {
        return shell().run(
                        Command.of(timeout, "/bin/sh", "-c", script, "test", argument.toString()));
    }

    protected static Output outputOf(ShellResult result) {
        assertThat(result).isInstanceOf(ShellResult.Done.class);
        return ((ShellResult.Done) result).output();
    }

    @Test
    void tellsOutputsAndStatusApart() {
        ShellResult result = script("echo out; echo err >&2; exit 3");
        assertThat(result)
                .isInstanceOfSatisfying(
                        ShellResult.Done.class,
                        done -> {
                            assertThat(done.exitCode()).isEqualTo(3);
                            assertThat(done.succeeded()).isFalse();
                            assertThat(done.output()).isEqualTo(new Output("out\n", "err\n", 0));
                            assertThat(done.took()).isPositive().isLessThan(ENOUGH);
                        });
    }

    @Test
    void passesArgumentsUnchanged() {
        List<String> hostile =
                List.of(
                        "a b",
                        "$(touch canary)",
                        "it's",
                        "\"",
                        "\\",
                        "*",
                        "",
                        "-n",
                        "ü😀",
                        "x\ny",
                        "`id`");
        String[] vector = new String[hostile.size() + 2];
        vector[0] = "printf";
        vector[1] = "<%s>";
        for (int i = 0; i < hostile.size(); i++) {
            vector[i + 2] = hostile.get(i);
        }
        assertThat(outputOf(run(vector)).standard())
                .isEqualTo("<" + String.join("><", hostile) + ">");
    }

    @Test
    void passesAVeryLongArgument() {
        String name = "x".repeat(10_000);
        assertThat(outputOf(run("printf", "%s", name)).standard()).isEqualTo(name);
    }

    @Test
    void status255IsAStatus() {
        assertThat(script("exit 255"))
                .isInstanceOfSatisfying(
                        ShellResult.Done.class, done -> assertThat(done.exitCode()).isEqualTo(255));
    }

    @Test
    void anEndBySignalIsNoStatus() {
        assertThat(script("echo before; kill -KILL $$"))
                .isInstanceOfSatisfying(
                        ShellResult.Killed.class,
                        killed -> {
                            assertThat(killed.signal()).isEqualTo("KILL");
                            assertThat(killed.output().standard()).isEqualTo("before\n");
                        });
    }

    @Test
    void aMissingProgramIsNotStarted() {
        assertThat(run("/nowhere/program", "argument"))
                .isInstanceOfSatisfying(
                        ShellResult.FailedToStart.class,
                        failed ->
                                assertThat(failed.reason().english()).contains("/nowhere/program"));
    }

    @Test
    void aFileThatMayNotRunIsNotStarted() throws IOException {
        Path file = Files.writeString(work.resolve("data"), "text");
        assertThat(run(file.toString()))
                .isInstanceOfSatisfying(
                        ShellResult.FailedToStart.class,
                        failed ->
                                assertThat(failed.reason().english())
                                        .containsIgnoringCase("permission"));
    }

    @Test
    void aScriptWithoutItsInterpreterIsNotStarted() throws IOException {
        Path file = Files.writeString(work.resolve("tool"), "#!/usr/bin/env no-such-interpreter\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        assertThat(run(file.toString())).isInstanceOf(ShellResult.FailedToStart.class);
    }

    @Test
    void aScriptThatEndsWith127HasRun() {
        assertThat(script("echo half of the work; no-such-program"))
                .isInstanceOfSatisfying(
                        ShellResult.Done.class, done -> assertThat(done.exitCode()).isEqualTo(127));
    }

    @Test
    void aTimeoutIsNotTheProgramsOwn124() {
        assertThat(script("exit 124")).isInstanceOf(ShellResult.Done.class);
        assertThat(shell().run(Command.of(Duration.ofSeconds(1), "sleep", "30")))
                .isInstanceOf(ShellResult.TimedOut.class);
    }

    @Test
    void aTimeoutLeavesNothingRunning() throws IOException {
        Path pids = work.resolve("pids");
        ShellResult result =
                scriptFor(
                        Duration.ofSeconds(1),
                        "echo before; sleep 61 & echo $! >\"$1\"; echo $$ >>\"$1\"; sleep 62",
                        pids);
        assertThat(result)
                .isInstanceOfSatisfying(
                        ShellResult.TimedOut.class,
                        over -> assertThat(over.output().standard()).isEqualTo("before\n"));
        assertGone(pids);
    }

    @Test
    void aProgramThatIgnoresTheRequestIsMadeToEnd() throws IOException {
        Path pids = work.resolve("pids");
        ShellResult result =
                scriptFor(
                        Duration.ofSeconds(1),
                        "trap '' TERM; echo $$ >\"$1\"; while :; do sleep 1; done",
                        pids);
        assertThat(result).isInstanceOf(ShellResult.TimedOut.class);
        assertGone(pids);
    }

    @Test
    void anInterruptEndsTheProgram() throws Exception {
        Path pids = work.resolve("pids");
        CompletableFuture<ShellResult> result = new CompletableFuture<>();
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        Thread caller =
                Thread.ofVirtual()
                        .start(() -> {
                            result.complete(scriptFor(ENOUGH, "echo $$ >\"$1\"; sleep 63", pids));
                            flag.complete(Thread.currentThread().isInterrupted());
                        });
        await().atMost(ENOUGH).until(() -> Files.exists(pids) && Files.size(pids) > 1);
        caller.interrupt();
        assertThat(result.get(20, TimeUnit.SECONDS)).isInstanceOf(ShellResult.TimedOut.class);
        assertThat(flag.join()).isTrue();
        assertGone(pids);
    }

    @Test
    void standardInputIsClosed() {
        assertThat(outputOf(run("cat"))).isEqualTo(Output.EMPTY);
    }

    @Test
    void thereIsNoTerminal() {
        assertThat(outputOf(script("test -t 0 || test -t 1 || test -t 2 || echo none")).standard())
                .isEqualTo("none\n");
    }

    @Test
    void aChildInTheBackgroundDoesNotHoldUsUp() throws IOException {
        Path pids = work.resolve("pids");
        ShellResult result =
                scriptFor(ENOUGH, "sleep 64 & echo $! >\"$1\"; echo started; exit 0", pids);
        assertThat(result)
                .isInstanceOfSatisfying(
                        ShellResult.Done.class,
                        done -> assertThat(done.took()).isLessThan(Duration.ofSeconds(10)));
        for (String pid : Files.readAllLines(pids)) {
            ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroy);
        }
    }

    @Test
    void tooMuchOutputIsCutInTheMiddleAndCounted() {
        ShellResult result =
                shell().run(
                                new Command(
                                        List.of("/bin/sh", "-c", "seq 1 100000; seq 1 100000 >&2"),
                                        ENOUGH,
                                        1000));
        Output output = outputOf(result);
        assertThat(output.standard())
                .startsWith("1\n2\n")
                .endsWith("\n100000\n")
                .contains("not kept");
        assertThat(output.error()).startsWith("1\n2\n").endsWith("\n100000\n");
        assertThat(output.droppedBytes()).isEqualTo(2 * (588_895 - 1000));
    }

    @Test
    void unreadableOutputIsMadeReadable() throws IOException {
        byte[] bytes = new byte[20_000];
        new Random(5).nextBytes(bytes);
        Path file = Files.write(work.resolve("random"), bytes);
        assertThat(outputOf(run("cat", file.toString())).standard())
                .isEqualTo(ReadableText.of(bytes))
                .contains("\ufffd");
        Path bar = Files.writeString(work.resolve("bar"), "1%\r\u001b[32m100%\u001b[0m\r\n");
        assertThat(outputOf(run("cat", bar.toString())).standard()).isEqualTo("100%\n");
    }

    @Test
    void manyCommandsRunAtOnce() {
        List<CompletableFuture<ShellResult>> results =
                IntStream.range(0, 40)
                        .mapToObj(i ->
                                CompletableFuture.supplyAsync(
                                        () -> run("/bin/echo", "number " + i),
                                        task -> Thread.ofVirtual().start(task)))
                        .toList();
        for (int i = 0; i < results.size(); i++) {
            assertThat(outputOf(results.get(i).join()).standard()).isEqualTo("number " + i + "\n");
        }
    }

    /// Every process whose id the script wrote down is gone.
    protected static void assertGone(Path pids) throws IOException {
        List<Long> ids =
                Files.readString(pids, StandardCharsets.US_ASCII)
                        .lines()
                        .map(Long::parseLong)
                        .toList();
        assertThat(ids).isNotEmpty();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ids.stream().noneMatch(ShellContract::runs));
    }

    private static boolean runs(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }
}
