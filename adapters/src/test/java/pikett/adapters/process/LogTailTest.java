package pikett.adapters.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pikett.adapters.host.BoundedSink;
import pikett.adapters.host.Output;
import pikett.adapters.host.ShellResult;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;

final class LogTailTest {
    @Test
    void bothStreamsAreReadApart() {
        assertThat(LogTail.of(done(0, new Output("a\nb\n", "e\n", 0))))
                .isEqualTo(lines(List.of("a", "b"), List.of("e")));
    }

    @Test
    void aLineThatIsStillBeingWrittenIsNotThereYet() {
        assertThat(LogTail.of(done(0, new Output("a\nhal", "hal", 0))))
                .isEqualTo(lines(List.of("a"), List.of()));
    }

    @Test
    void ofALogThatIsTooLongOnlyTheLastWholeLinesCount() {
        BoundedSink sink = new BoundedSink(20);
        byte[] log = "first\nsecond\nthird\nfourth\nfifth\n".getBytes(StandardCharsets.UTF_8);
        sink.write(log, 0, log.length);
        assertThat(LogTail.of(done(0, new Output(sink.text(), "", sink.dropped()))))
                .isEqualTo(lines(List.of("fifth"), List.of()));
    }

    @Test
    void aLineThatLooksLikeAGapIsALine() {
        String line = "[… 5 bytes not kept …]";
        assertThat(LogTail.of(done(0, new Output("a\n" + line + "\nb\n", "", 0))))
                .isEqualTo(lines(List.of("a", line, "b"), List.of()));
    }

    @Test
    void aHostThatAnswersWithoutALogIsNotOneThatDoesNotAnswer() {
        Reason reason = Reason.told("gone");
        assertThat(LogTail.of(done(1, Output.EMPTY)))
                .isEqualTo(new LogTail.Unreadable(Reason.of(Cause.EXIT, Detail.number(1))));
        assertThat(LogTail.of(new ShellResult.FailedToStart(reason)))
                .isInstanceOf(LogTail.Unreadable.class);
        assertThat(LogTail.of(new ShellResult.Unreachable(reason)))
                .isEqualTo(new LogTail.Unknown(reason));
        assertThat(LogTail.of(new ShellResult.TimedOut(Duration.ofSeconds(1), Output.EMPTY)))
                .isInstanceOf(LogTail.Unknown.class);
    }

    private static LogTail lines(List<String> output, List<String> errors) {
        return new LogTail.Lines(Map.of("output", output, "errors", errors));
    }

    private static ShellResult done(int exit, Output output) {
        return new ShellResult.Done(exit, output, Duration.ofMillis(40));
    }
}
