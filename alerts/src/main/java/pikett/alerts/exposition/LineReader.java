package pikett.alerts.exposition;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import pikett.alerts.label.Labels;

/// Reads one line, such as `errors_total{job="api"} 17 1763726400000`. For one thread.
final class LineReader {
    private static final Pattern TIMESTAMP =
            Pattern.compile("-?+[0-9]++(?:\\.[0-9]++)?+(?:[eE][-+]?+[0-9]++)?+");

    private final String line;
    private int at;

    private LineReader(String line) {
        this.line = line;
    }

    /// Empty when it is not of the format.
    ///
    /// @param line without white space around it
    static Optional<MetricLine> read(String line) {
        try {
            return Optional.of(new LineReader(line).read());
        } catch (MalformedException _) {
            return Optional.empty();
        }
    }

    private MetricLine read() throws MalformedException {
        String metric = word(true);
        boolean apart = blanks();
        boolean braces = next('{');
        Map<String, String> labels = braces ? labels() : Map.of();
        require(blanks() || apart || braces);
        double value = MetricNumber.read(token()).orElseThrow(MalformedException::new);
        blanks();
        if (at < line.length() && line.charAt(at) != '#') {
            require(TIMESTAMP.matcher(token()).matches());
            blanks();
        }
        // What follows is an exemplar.
        require(at == line.length() || line.charAt(at) == '#');
        return new MetricLine(metric, Labels.of(labels), value);
    }

    /// What stands in braces, from behind the first.
    private Map<String, String> labels() throws MalformedException {
        Map<String, String> labels = new HashMap<>();
        blanks();
        while (!next('}')) {
            String name = word(false);
            blanks();
            require(next('='));
            blanks();
            require(next('"'));
            require(labels.put(name, quoted()) == null);
            blanks();
            if (!next(',')) {
                require(next('}'));
                return labels;
            }
            blanks();
        }
        return labels;
    }

    /// A name; that of a metric may have colons.
    private String word(boolean colons) throws MalformedException {
        int begin = at;
        while (at < line.length() && belongs(line.charAt(at), at > begin, colons)) {
            at++;
        }
        require(at > begin);
        return line.substring(begin, at);
    }

    private static boolean belongs(char character, boolean inside, boolean colons) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || character == '_'
                || (colons && character == ':')
                || (inside && character >= '0' && character <= '9');
    }

    /// A text, from behind its first quote, without its last.
    private String quoted() throws MalformedException {
        StringBuilder text = new StringBuilder();
        while (true) {
            char character = take();
            if (character == '"') {
                return text.toString();
            }
            text.append(character == '\\' ? escaped() : character);
        }
    }

    private char escaped() throws MalformedException {
        char character = take();
        require(character == '\\' || character == '"' || character == 'n');
        return character == 'n' ? '\n' : character;
    }

    /// Up to the next blank.
    private String token() {
        int begin = at;
        while (at < line.length() && !isBlank(line.charAt(at))) {
            at++;
        }
        return line.substring(begin, at);
    }

    private char take() throws MalformedException {
        require(at < line.length());
        return line.charAt(at++);
    }

    private boolean next(char wanted) {
        boolean found = at < line.length() && line.charAt(at) == wanted;
        if (found) {
            at++;
        }
        return found;
    }

    /// Whether there were any.
    private boolean blanks() {
        int begin = at;
        while (at < line.length() && isBlank(line.charAt(at))) {
            at++;
        }
        return at > begin;
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t';
    }

    private static void require(boolean condition) throws MalformedException {
        if (!condition) {
            throw new MalformedException();
        }
    }

    /// The line is not of the format.
    private static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedException() {
            super(null, null, false, false);
        }
    }
}
