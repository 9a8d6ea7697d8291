package pikett.alerts.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How columns are read and written in the tables of this package.
final class Rows {
    /// So many values at most in one statement: databases have a limit.
    private static final int CHUNK = 500;

    private Rows() {}

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    static Optional<Instant> maybeInstant(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(value));
    }

    static @Nullable Long millis(Optional<Instant> at) {
        return at.map(Instant::toEpochMilli).orElse(null);
    }

    static int flag(boolean value) {
        return value ? 1 : 0;
    }

    /// What a query finds for many keys.
    static <K, V> List<V> each(Collection<K> keys, Function<List<K>, List<V>> query) {
        List<K> all = List.copyOf(keys);
        List<V> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            found.addAll(
                    query.apply(padded(all.subList(from, Math.min(all.size(), from + CHUNK)))));
        }
        return found;
    }

    /// As many as the next power of two, the last one repeated, which a query does not notice. A list of another
    /// length is another statement, and each that was ever parsed is kept with a name for each value: with more and
    /// more incidents open, that was the heap.
    private static <K> List<K> padded(List<K> keys) {
        int length = Integer.highestOneBit(keys.size());
        if (length < keys.size()) {
            length *= 2;
        }
        List<K> padded = new ArrayList<>(keys);
        while (padded.size() < length) {
            padded.add(keys.getLast());
        }
        return padded;
    }
}
