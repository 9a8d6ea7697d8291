package pikett.config;

import java.util.Comparator;

/// A mistake in the configuration file. Its texts never contain a secret.
///
/// @param file the file as the person named it
/// @param line counted from 1; 0 when the file as a whole is meant
/// @param column counted from 1
/// @param what what is wrong
/// @param wayOut what to do about it
public record Problem(String file, int line, int column, String what, String wayOut)
        implements Comparable<Problem> {
    private static final Comparator<Problem> BY_POSITION =
            Comparator.comparing(Problem::file)
                    .thenComparingInt(Problem::line)
                    .thenComparingInt(Problem::column)
                    .thenComparing(Problem::what)
                    .thenComparing(Problem::wayOut);

    @Override
    public int compareTo(Problem other) {
        return BY_POSITION.compare(this, other);
    }

    /// `file:line:column: what is wrong; the way out`
    @Override
    public String toString() {
        String where = line == 0 ? file : file + ":" + line + ":" + column;
        return where + ": " + what + "; " + wayOut;
    }
}
