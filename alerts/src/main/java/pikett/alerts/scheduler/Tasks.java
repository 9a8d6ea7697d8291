package pikett.alerts.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import pikett.adapters.store.Store;
import pikett.alerts.check.Check;
import pikett.alerts.check.CheckDesk;
import pikett.alerts.check.Place;
import pikett.alerts.check.Rhythm;
import pikett.alerts.check.Sighting;

/// Makes runs of checks and jobs. Safe for use by many threads.
final class Tasks {
    private final Store store;
    private final InstantSource clock;
    private final CheckDesk desk;
    private final RunTable runs = new RunTable();

    Tasks(Store store, InstantSource clock, CheckDesk desk) {
        this.store = store;
        this.clock = clock;
        this.desk = desk;
    }

    static String id(Check check) {
        return idOfCheck(check.id());
    }

    static String idOfCheck(String check) {
        return "check:" + check;
    }

    static String id(Job job) {
        return "job:" + job.id();
    }

    static FireTimes times(Check check) {
        return switch (check.rhythm()) {
            case Rhythm.Every(Duration pause) -> EveryTimes.of(pause, check.id());
            case Rhythm.Cron(String expression, ZoneId zone) -> new CronTimes(expression, zone);
        };
    }

    Task<Sighting> look(Check check) {
        return new Task<>(
                id(check),
                lane(check),
                check.atMost(),
                check.eye()::look,
                why -> Sighting.unread(clock.instant(), Duration.ZERO, why),
                sighting -> desk.saw(check, sighting));
    }

    /// @param at for which of its times
    Task<Boolean> run(Job job, Instant at) {
        return new Task<>(
                id(job), Optional.empty(), job.atMost(), _ -> work(job, at), _ -> false, _ -> {});
    }

    private boolean work(Job job, Instant at) {
        switch (job.work()) {
            case Job.Work.Repeatable(Runnable body) -> body.run();
            case Job.Work.AtMostOnce(Consumer<Instant> body) -> {
                boolean free =
                        store.write(transaction ->
                                runs.claim(transaction, id(job), at, clock.instant()));
                if (free) {
                    body.accept(at);
                }
            }
            case Job.Work.InTransaction(BiConsumer<Handle, Instant> body) ->
                    store.write(transaction -> {
                        boolean free = runs.claim(transaction, id(job), at, clock.instant());
                        if (free) {
                            body.accept(transaction, at);
                        }
                        return free;
                    });
        }
        return true;
    }

    private static Optional<String> lane(Check check) {
        return switch (check.place()) {
            case Place.Here _, Place.Outside _ -> Optional.empty();
            case Place.AtHost(String host) -> Optional.of(host);
            case Place.Behind(String host) -> Optional.of(host);
        };
    }
}
