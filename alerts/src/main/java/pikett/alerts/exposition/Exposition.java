package pikett.alerts.exposition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Metrics as a program shows them: the text format 0.0.4 of Prometheus, and OpenMetrics as far as its
/// lines look the same.
///
/// Help, types, units, timestamps and exemplars are passed over. A single line that cannot be read makes
/// all of it unreadable: nobody knows what else is wrong.
public sealed interface Exposition {
    /// More lines than this are not read.
    int MOST_LINES = 100_000;

    /// All lines that were asked for.
    record Lines(List<MetricLine> lines) implements Exposition {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /// A line is not of the format.
    ///
    /// @param number from 1
    /// @param text how the line begins
    record Malformed(int number, String text) implements Exposition {}

    /// There are more than [#MOST_LINES].
    record TooMany() implements Exposition {}

    /// @param wanted by the name of the metric
    static Exposition read(String text, Predicate<String> wanted) {
        List<MetricLine> lines = new ArrayList<>();
        boolean over = false;
        int metrics = 0;
        int number = 0;
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            String line = text.substring(start, end < 0 ? text.length() : end).strip();
            start = end < 0 ? text.length() : end + 1;
            number++;
            if (line.isEmpty() || (line.startsWith("#") && !over)) {
                over |= line.equals("# EOF");
                continue;
            }
            Optional<MetricLine> read = over ? Optional.empty() : LineReader.read(line);
            if (read.isEmpty()) {
                return new Malformed(number, line.substring(0, Math.min(line.length(), 80)));
            }
            if (++metrics > MOST_LINES) {
                return new TooMany();
            }
            read.filter(found -> wanted.test(found.metric())).ifPresent(lines::add);
        }
        return new Lines(lines);
    }
}
