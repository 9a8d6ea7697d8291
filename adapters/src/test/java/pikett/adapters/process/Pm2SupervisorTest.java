package pikett.adapters.process;

import static org.assertj.core.api.Assertions.assertThat;
import static pikett.adapters.host.FakeShell.ended;
import static pikett.adapters.host.FakeShell.printed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import pikett.adapters.host.FakeShell;
import pikett.adapters.host.Output;
import pikett.adapters.host.Shell;
import pikett.adapters.host.ShellResult;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;

class Pm2SupervisorTest {
    private static final Instant NOW = Instant.parse("2026-11-03T14:07:00Z");

    private final AtomicReference<Instant> time = new AtomicReference<>(NOW);
    private final FakeShell shell =
            new FakeShell().on("pm2 jlist", printed(Fixtures.text("pm2-jlist.txt")));

    private Pm2Supervisor supervisor(String name) {
        return supervisor(name, shell);
    }

    private Pm2Supervisor supervisor(String name, Shell over) {
        return new Pm2Supervisor(name, over, new Pm2Listing(over), time::get);
    }

    private static String jlist(Instant startedAt, int restarts) {
        return """
        [{"name":"api","pm_id":7,"monit":{"memory":1,"cpu":0},"pm2_env":{"status":"online",
        "pm_uptime":%d,"created_at":%d,"restart_time":%d,"unstable_restarts":0,"exit_code":1}}]
        """
                .formatted(
                        startedAt.toEpochMilli(), NOW.minusSeconds(9999).toEpochMilli(), restarts);
    }

    @Test
    void onlineAfter283CrashesIsALoop() {
        ProcessReading reading = supervisor("ai-admin-api").read();

        assertThat(reading.state()).isEqualTo(ProcessState.LOOPING);
        assertThat(reading.reason().map(Reason::english))
                .contains("up for only 2 s after 283 restarts, last exit 1");
        assertThat(reading.restarts()).isEqualTo(OptionalInt.of(283));
    }

    @Test
    void tellsTheTrueStateOfEachProcess() {
        assertThat(supervisor("ai-admin-worker-v2").read().state()).isEqualTo(ProcessState.UP);
        assertThat(supervisor("whatsapp-session").read().state()).isEqualTo(ProcessState.FAILED);
        assertThat(supervisor("whatsapp-session").read().reason().map(Reason::english))
                .contains("PM2 gave up after 15 restarts, last exit 1");
        assertThat(supervisor("reports").read().state()).isEqualTo(ProcessState.STOPPED);
        assertThat(supervisor("backoff").read().state()).isEqualTo(ProcessState.LOOPING);
        assertThat(supervisor("fresh").read().state()).isEqualTo(ProcessState.STARTING);
    }

    @Test
    void sumsUpInstancesOfOneName() {
        ProcessReading reading = supervisor("web").read();

        assertThat(reading.state()).isEqualTo(ProcessState.UP);
        assertThat(reading.instances()).isEqualTo(OptionalInt.of(2));
        assertThat(reading.restarts()).isEqualTo(OptionalInt.of(3));
        assertThat(reading.cpuPercent()).hasValue(3.5);
        assertThat(reading.memoryBytes()).hasValue(102_000_000);
        assertThat(reading.uptime()).contains(Duration.ofSeconds(86_300));
        assertThat(reading.restartsLately()).isEqualTo(OptionalInt.of(0));
    }

    @Test
    void oneFailedInstanceOfTwoIsNotHidden() {
        shell.on(
                "pm2 jlist",
                printed(
                        """
                        [{"name":"web","pm_id":1,"pm2_env":{"status":"online"}},
                         {"name":"web","pm_id":2,"pm2_env":{"status":"errored","exit_code":1}}]
                        """));

        ProcessReading reading = supervisor("web").read();

        assertThat(reading.state()).isEqualTo(ProcessState.FAILED);
        assertThat(reading.reason().map(Reason::english)).contains("1 of 2 instances: errored");
        assertThat(reading.lastExit().map(Reason::english)).contains("exit 1");
    }

    @Test
    void rememberedRestartsMakeTheLoop() {
        shell.on(
                "pm2 jlist",
                printed(jlist(NOW.minusSeconds(20), 2)),
                printed(jlist(NOW.plusSeconds(10), 4)),
                printed(jlist(NOW.plusSeconds(40), 6)));
        Pm2Supervisor api = supervisor("api");

        ProcessReading first = api.read();
        time.set(NOW.plusSeconds(30));
        ProcessReading second = api.read();
        time.set(NOW.plusSeconds(60));
        ProcessReading third = api.read();

        assertThat(first.state()).isEqualTo(ProcessState.UP);
        assertThat(first.restartsLately()).isEmpty();
        assertThat(second.state()).isEqualTo(ProcessState.UP);
        assertThat(second.restartsLately()).isEqualTo(OptionalInt.of(2));
        assertThat(third.state()).isEqualTo(ProcessState.LOOPING);
        assertThat(third.reason().map(Reason::english))
                .contains("4 restarts in 1 min, last exit 1");
    }

    @Test
    void restartsByNumberSoThatANameIsNeverANamespaceOrAll() {
        shell.on("pm2 restart 4 5", printed("done"));

        assertThat(supervisor("web").restart()).isEqualTo(printed("done"));
        assertThat(shell.ran())
                .containsExactly(List.of("pm2", "jlist"), List.of("pm2", "restart", "4", "5"));
    }

    @Test
    void aRestartThroughUsIsNotCountedAgainstTheProgram() {
        shell.on("pm2 jlist", printed(jlist(NOW.minusSeconds(20), 2)), printed(jlist(NOW, 9)))
                .on("pm2 restart 7", printed(""));
        Pm2Supervisor api = supervisor("api");
        api.read();

        api.restart();
        time.set(NOW.plusSeconds(20));

        assertThat(api.read().restartsLately()).isEmpty();
    }

    @Test
    void namesInTheListAreShownSoThatTheyCannotLie() {
        String name = "a\\u0000b\\u001b[31m\\u202ec\\nd\\te";
        shell.on(
                "pm2 jlist",
                printed(
                        "[{\"name\":\""
                                + name
                                + "\",\"pm_id\":4,\"pm2_env\":{\"status\":\"online\"}}]"));

        assertThat(supervisor("web").read().reason().orElseThrow().english())
                .isEqualTo("PM2 knows no process \"web\"; it knows \"a␀b<U+202E>c␊d␉e\"");
    }

    @Test
    void hostileNamesReachNoCommand() {
        for (String name : List.of("all", "default", "-x", "$(touch x)", "x".repeat(10_000))) {
            Pm2Supervisor hostile = supervisor(name);

            assertThat(hostile.read().state()).isEqualTo(ProcessState.UNKNOWN);
            assertThat(hostile.read().reason().orElseThrow().english())
                    .startsWith("PM2 knows no process \"")
                    .contains("it knows \"ai-admin-api\"")
                    .hasSizeLessThan(400);
            assertThat(hostile.restart()).isInstanceOf(ShellResult.FailedToStart.class);
        }
        assertThat(shell.ran()).containsOnly(List.of("pm2", "jlist"));
    }

    @Test
    void aListThatCannotBeReadIsUnknownAndQuotesNoEnvironment() {
        String cut = Fixtures.text("pm2-jlist.txt").substring(0, 1400);
        shell.on("pm2 jlist", printed(cut));

        ProcessReading reading = supervisor("ai-admin-api").read();

        assertThat(cut).contains("hunter2");
        assertThat(reading.state()).isEqualTo(ProcessState.UNKNOWN);
        assertThat(reading.reason().map(Reason::english))
                .contains("pm2 jlist printed no complete list of processes");
        assertThat(supervisor("ai-admin-api").restart())
                .isEqualTo(new ShellResult.FailedToStart(Reason.of(Cause.PM2_NO_LIST)));
    }

    @Test
    void aListThatWasNotKeptWholeIsUnknown() {
        Output part = new Output(Fixtures.text("pm2-jlist.txt"), "", 17);
        shell.on("pm2 jlist", new ShellResult.Done(0, part, Duration.ofSeconds(1)));

        assertThat(supervisor("web").read().reason().map(Reason::english))
                .contains("pm2 jlist printed more than 4 MiB");
    }

    @Test
    void anEmptyListIsUnknownAndSaysWhatMayHaveHappened() {
        shell.on("pm2 jlist", printed("[]"));

        ProcessReading reading = supervisor("web").read();

        assertThat(reading.state()).isEqualTo(ProcessState.UNKNOWN);
        assertThat(reading.reason().orElseThrow().english()).contains("pm2 resurrect");
    }

    @Test
    void aMissingNodeIsSaidAsItIs() {
        shell.on("pm2 jlist", ended(127, "", "env: 'node': No such file or directory\n"));

        assertThat(supervisor("web").read().reason().map(Reason::english))
                .contains("pm2 jlist ended with exit 127: env: 'node': No such file or directory");
    }

    @Test
    void nothingIsRestartedWhenTheListIsLost() {
        shell.on(
                "pm2 jlist", new ShellResult.Unknown(Reason.told("connection lost"), Output.EMPTY));

        assertThat(supervisor("web").restart())
                .isEqualTo(
                        new ShellResult.FailedToStart(
                                Reason.of(
                                        Cause.NOTHING_DONE,
                                        Detail.inner(Reason.told("connection lost")))));
        assertThat(shell.ran()).containsExactly(List.of("pm2", "jlist"));
    }

    @Test
    void showsOutputThenErrorsOfAllInstances() {
        shell.on("tail", printed("line"));

        supervisor("fresh").logs(50);

        assertThat(shell.ran().getLast())
                .containsExactly(
                        "tail",
                        "-q",
                        "-n",
                        "50",
                        "--",
                        "/home/deploy/.pm2/logs/fresh-out.log",
                        "/home/deploy/.pm2/logs/fresh-error.log");
    }

    @Test
    void theEndOfEachLogFileIsReadApart() {
        shell.on("tail -n 50 -- /home/deploy/.pm2/logs/fresh-out.log", printed("a\nb\n"))
                .on("tail -n 50 -- /home/deploy/.pm2/logs/fresh-error.log", printed("e\n"));

        assertThat(supervisor("fresh").tail(50))
                .isInstanceOfSatisfying(
                        LogTail.Lines.class,
                        tail ->
                                assertThat(tail.streams())
                                        .containsEntry(
                                                "/home/deploy/.pm2/logs/fresh-out.log output",
                                                List.of("a", "b"))
                                        .containsEntry(
                                                "/home/deploy/.pm2/logs/fresh-error.log output",
                                                List.of("e")));
    }

    @Test
    void aLogOfWhichAFileCannotBeReadIsUnreadable() {
        shell.on("tail", ended(1, "", "tail: cannot open"));

        assertThat(supervisor("fresh").tail(50)).isInstanceOf(LogTail.Unreadable.class);
        assertThat(supervisor("no-such").tail(50)).isInstanceOf(LogTail.Unreadable.class);
    }

    @Test
    void thoseWhoAskAtOnceShareOneRun() throws InterruptedException {
        Semaphore gate = new Semaphore(0);
        Shell slow =
                command -> {
                    gate.acquireUninterruptibly();
                    return shell.run(command);
                };
        Pm2Supervisor web = supervisor("web", slow);
        List<ProcessReading> readings = new CopyOnWriteArrayList<>();
        List<Thread> people =
                IntStream.range(0, 20)
                        .mapToObj(_ -> Thread.ofPlatform().start(() -> readings.add(web.read())))
                        .toList();
        Awaitility.await().until(() -> people.stream().allMatch(Pm2SupervisorTest::waits));
        gate.release();
        for (Thread person : people) {
            person.join();
        }
        assertThat(readings).hasSize(20).allMatch(reading -> reading.state() == ProcessState.UP);
        assertThat(shell.ran()).hasSize(1);
    }

    @Test
    void theInterruptedOneDoesNotSpoilItForTheOthers() throws InterruptedException {
        Semaphore gate = new Semaphore(0);
        Shell interruptible =
                command -> {
                    try {
                        gate.acquire();
                        return shell.run(command);
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                        return new ShellResult.TimedOut(Duration.ofSeconds(1), Output.EMPTY);
                    }
                };
        Pm2Supervisor web = supervisor("web", interruptible);
        List<ProcessReading> readings = new CopyOnWriteArrayList<>();
        Thread leader = Thread.ofPlatform().start(() -> web.read());
        Awaitility.await().until(() -> waits(leader));
        Thread other = Thread.ofPlatform().start(() -> readings.add(web.read()));
        Awaitility.await().until(() -> waits(other));

        leader.interrupt();
        leader.join();
        gate.release();
        other.join();

        assertThat(readings).extracting(ProcessReading::state).containsExactly(ProcessState.UP);
    }

    private static boolean waits(Thread thread) {
        return thread.getState() == Thread.State.WAITING;
    }
}
