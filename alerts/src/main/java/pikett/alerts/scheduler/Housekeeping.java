package pikett.alerts.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.adapters.store.Store;

/// Forgets once a day what was kept for long enough. Safe for use by many threads.
public final class Housekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    /// At night, and not at a full hour, when everything else happens.
    private static final String NIGHTLY = "0 17 3 * * ?";

    /// Longer than any pause between two times of a chore.
    private static final Duration KEEP_RUNS = Duration.ofDays(800);

    private final List<Shelf> shelves;
    private final InstantSource clock;

    /// Something that is kept for a while.
    ///
    /// @param what for the log, such as `incidents`
    /// @param keep for how long
    /// @param forget deletes what is older than this instant, and says how much that was
    public record Shelf(String what, Duration keep, ToIntFunction<Instant> forget) {}

    /// @param shelves what is kept beside when each chore ran
    public Housekeeping(Store store, List<Shelf> shelves, InstantSource clock) {
        this.shelves = new ArrayList<>(shelves);
        this.shelves.add(
                new Shelf(
                        "chore runs",
                        KEEP_RUNS,
                        before -> store.write(it -> new RunTable().forget(it, before))));
        this.clock = clock;
    }

    /// The daily chore.
    public Chore chore(ZoneId zone) {
        return new Chore(
                "housekeeping",
                new CronTimes(NIGHTLY, zone),
                CatchUp.ONCE,
                Duration.ofHours(1),
                new Chore.Work.AtMostOnce(_ -> tidy()));
    }

    /// Forgets what is too old. What fails is logged and tried again the next day; the rest goes on.
    ///
    /// @return how much was forgotten
    public int tidy() {
        int all = 0;
        for (Shelf shelf : shelves) {
            try {
                int gone = shelf.forget().applyAsInt(clock.instant().minus(shelf.keep()));
                LOG.info("forgotten what={} rows={} keep={}", shelf.what(), gone, shelf.keep());
                all += gone;
            } catch (RuntimeException e) {
                LOG.error("could not forget what={}", shelf.what(), e);
            }
        }
        return all;
    }
}
