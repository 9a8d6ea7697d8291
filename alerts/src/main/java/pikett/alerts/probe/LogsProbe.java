package pikett.alerts.probe;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import pikett.adapters.process.LogTail;
import pikett.adapters.process.Supervisor;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Reason;
import pikett.alerts.pattern.PatientPattern;
import pikett.alerts.reading.Reading;
import pikett.config.condition.Name;

/// Counts in how many lines that came into a service's log since the last look something is found.
///
/// It sees the last [#MOST_LINES] lines of each stream, and of each line the first [#LONGEST_LINE]
/// characters. The first look only remembers where the log ends,
/// and so does the first look at a stream that appears later: what was written before is nobody's news. A
/// look that fails remembers nothing, so that the next one that succeeds counts for both. Where the log
/// was begun anew, or more came than is seen, all that is seen counts as new; of lines that are all alike
/// and fill all that is seen, none does. A log that *failed* is one that the host cannot show.
///
/// Safe for use by many threads, though not by two at once.
public final class LogsProbe implements Probe {
    static final int MOST_LINES = 500;
    static final int LONGEST_LINE = 4096;

    private final Supervisor supervisor;
    private final List<PatientPattern> patterns;
    private final InstantSource clock;
    private volatile Map<String, LogMark> marks = Map.of();

    /// @param patterns the regular expressions of the check's conditions, valid ones
    public LogsProbe(Supervisor supervisor, Set<String> patterns, InstantSource clock) {
        this.supervisor = supervisor;
        this.patterns = patterns.stream().map(Pattern::compile).map(PatientPattern::new).toList();
        this.clock = clock;
    }

    /// How long reading may take is limited by the supervisor; the deadline is kept by interrupting.
    @Override
    public Reading read(Instant deadline) {
        Look look = Look.begin(deadline, clock);
        return switch (supervisor.tail(MOST_LINES)) {
            case LogTail.Lines(Map<String, List<String>> streams) -> compared(look, streams);
            case LogTail.Unreadable _ -> look.known(new Found().flag("failed", true));
            case LogTail.Unknown(Reason reason) -> look.unknown(reason);
        };
    }

    private Reading compared(Look look, Map<String, List<String>> streams) {
        Map<String, LogMark> before = marks;
        Map<String, LogMark> after = new HashMap<>(before);
        List<String> fresh = new ArrayList<>();
        streams.forEach((name, whole) -> {
            List<String> lines = whole.stream().map(LogsProbe::cut).toList();
            LogMark mark = before.get(name);
            if (mark != null) {
                fresh.addAll(lines.subList(mark.seenOf(lines), lines.size()));
            }
            after.put(name, new LogMark(lines));
        });
        Found found = new Found().flag("failed", false);
        if (!before.isEmpty()) {
            patterns.forEach(pattern ->
                    found.number(Name.of("lines", pattern.regex()), count(pattern, fresh)));
        }
        if (Thread.currentThread().isInterrupted()) {
            return look.unknown(Reason.of(Cause.INTERRUPTED));
        }
        marks = Map.copyOf(after);
        return look.known(found);
    }

    private static double count(PatientPattern pattern, List<String> lines) {
        return lines.stream().filter(line -> pattern.foundIn(line).orElse(false)).count();
    }

    private static String cut(String line) {
        return line.substring(0, Math.min(line.length(), LONGEST_LINE));
    }
}
