package pikett.alerts.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import pikett.adapters.store.Store;

/// Thins out and deletes points, little by little, so that whoever else writes never waits for long.
///
/// Each bit is a transaction: when it ends halfway, what was done is whole, and the next time goes on
/// from there.
final class Clearance {
    /// At fifty checks of six numbers every thirty seconds, 9000 points.
    private static final Duration BIT = Thinning.STEP.multipliedBy(3);

    private static final Duration BIT_OF_THINNED = Duration.ofHours(1);

    private final Store store;
    private final PointTable points;
    private final SeriesTable series;

    Clearance(Store store, PointTable points, SeriesTable series) {
        this.store = store;
        this.points = points;
        this.series = series;
    }

    /// Deletes what is older.
    ///
    /// @return how many points are gone
    int delete(Instant before) {
        int gone = 0;
        for (Optional<Instant> next = first(Instant.EPOCH);
                next.filter(before::isAfter).isPresent();
                next = first(Instant.EPOCH)) {
            Instant from = next.get();
            Instant to = earlier(from.plus(BIT_OF_THINNED), before);
            gone += store.write(it -> points.delete(it, from, to));
        }
        return gone;
    }

    /// Thins out what is older and was not thinned out yet.
    ///
    /// @return how many points are gone
    int thin(Instant before) {
        Instant end = Thinning.begin(before);
        Instant done = store.read(this::thinnedUntil);
        int gone = 0;
        for (Optional<Instant> next = first(done);
                next.filter(end::isAfter).isPresent();
                next = first(done)) {
            Instant from = Thinning.begin(next.get());
            Instant to = earlier(from.plus(BIT), end);
            gone += store.write(it -> thin(it, from, to));
            done = to;
        }
        return gone;
    }

    private int thin(Handle transaction, Instant from, Instant to) {
        List<PointTable.Row> rows = points.between(transaction, from, to);
        Collection<PointTable.Row> kept = Thinning.of(rows, series.summed(transaction));
        if (kept.size() < rows.size()) {
            points.delete(transaction, from, to);
            points.add(transaction, kept);
        }
        transaction
                .createUpdate(
                        """
                        INSERT INTO reading_thinnings (id, until_at) VALUES (1, :until)
                        ON CONFLICT (id) DO UPDATE SET until_at = :until
                        """)
                .bind("until", to.toEpochMilli())
                .execute();
        return rows.size() - kept.size();
    }

    private Instant thinnedUntil(Handle transaction) {
        return transaction
                .createQuery("SELECT until_at FROM reading_thinnings WHERE id = 1")
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli)
                .orElse(Instant.EPOCH);
    }

    private Optional<Instant> first(Instant from) {
        return store.read(it -> points.first(it, from));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
