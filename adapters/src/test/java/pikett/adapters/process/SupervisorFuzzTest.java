package pikett.adapters.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import pikett.adapters.host.BoundedSink;
import pikett.adapters.host.Output;
import pikett.adapters.host.ShellResult;
import pikett.adapters.reason.Reason;

/// Whatever a host prints when it is asked about its programs: it is read, or it is as if nothing had been
/// said. What comes out can be judged, counted and shown.
final class SupervisorFuzzTest {
    private static final Instant NOW = Instant.parse("2026-11-21T15:00:00Z");
    private static final int LIMIT = 8192;
    private static final int LONGEST_REASON = 2 * LIMIT;

    @FuzzTest
    void supervisor(byte[] printed) {
        BoundedSink sink = new BoundedSink(LIMIT);
        sink.write(printed, 0, printed.length);
        Output output = new Output(sink.text(), sink.text(), sink.dropped());
        Pm2List.parse(output.standard()).ifPresent(SupervisorFuzzTest::pm2);
        judged(
                SystemdObservation.of(
                        SystemdUnit.parse(output.standard()), OptionalDouble.empty(), NOW));
        DockerContainer.parse(output.standard())
                .ifPresent(fields -> judged(DockerContainer.observation(fields, NOW)));
        ended(0, output);
        ended(3, output);
        ended(137, output);
    }

    private static void pm2(List<Pm2Process> processes) {
        assertThat(processes).extracting(Pm2Process::id).doesNotHaveDuplicates();
        assertThat(processes).allSatisfy(process -> assertThat(process.id()).isNotNegative());
        if (!processes.isEmpty()) {
            judged(Pm2Observation.of(processes, NOW));
        }
    }

    private static void ended(int code, Output output) {
        ShellResult.Done done = new ShellResult.Done(code, output, Duration.ofMillis(5));
        judged(StatusReport.observation(done));
        assertThat(ToolTrouble.exit("tool", done).english()).hasSizeLessThan(LONGEST_REASON);
        if (LogTail.of(done) instanceof LogTail.Lines lines) {
            assertThat(lines.streams().get("output")).noneMatch(line -> line.contains("\n"));
        }
    }

    private static void judged(Observation seen) {
        RestartMemory memory = new RestartMemory();
        ProcessReading reading = Verdict.judge(seen, memory.remember(seen, NOW), NOW);
        if (reading.state() == ProcessState.UNKNOWN) {
            assertThat(reading.reason()).isPresent();
        }
        reading.reason()
                .map(Reason::english)
                .ifPresent(text -> {
                    assertThat(text).isNotBlank().hasSizeLessThan(LONGEST_REASON);
                    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text))
                            .as(text)
                            .isTrue();
                });
        reading.uptime()
                .ifPresent(uptime -> assertThat(uptime).isGreaterThanOrEqualTo(Duration.ZERO));
        reading.restarts().ifPresent(count -> assertThat(count).isNotNegative());
        reading.restartsLately().ifPresent(count -> assertThat(count).isNotNegative());
        reading.cpuPercent().ifPresent(share -> assertThat(share).isFinite().isNotNegative());
        reading.memoryBytes().ifPresent(bytes -> assertThat(bytes).isNotNegative());
    }
}
