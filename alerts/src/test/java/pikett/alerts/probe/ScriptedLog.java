package pikett.alerts.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import pikett.adapters.host.Output;
import pikett.adapters.host.ShellResult;
import pikett.adapters.process.LogTail;
import pikett.adapters.process.ProcessReading;
import pikett.adapters.process.Supervisor;

/// A service that does nothing but write its log, in two streams.
///
/// Used by one thread.
final class ScriptedLog implements Supervisor {
    private final List<String> output = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private Optional<ShellResult> instead = Optional.empty();
    private Optional<LogTail> shown = Optional.empty();

    void write(String... lines) {
        output.addAll(List.of(lines));
    }

    void complain(String line) {
        errors.add(line);
    }

    void beginAnew() {
        output.clear();
    }

    /// What comes instead of the log; the log again when it is empty.
    void answer(Optional<ShellResult> result) {
        instead = result;
    }

    /// Shows these from now on, streams by their names.
    void show(Map<String, List<String>> streams) {
        shown = Optional.of(new LogTail.Lines(streams));
    }

    @Override
    public LogTail tail(int lines) {
        return shown.orElseGet(() -> Supervisor.super.tail(lines));
    }

    @Override
    public ShellResult logs(int lines) {
        return instead.orElseGet(() ->
                new ShellResult.Done(
                        0,
                        new Output(end(output, lines), end(errors, lines), 0),
                        Duration.ofMillis(40)));
    }

    private static String end(List<String> stream, int lines) {
        return stream.stream()
                .skip(Math.max(0, stream.size() - lines))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    @Override
    public ProcessReading read() {
        throw new AssertionError("this probe reads no state");
    }

    @Override
    public ShellResult restart() {
        throw new AssertionError("a probe restarts nothing");
    }
}
