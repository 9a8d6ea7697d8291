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
import pikett.alerts.check.Sighting;
import pikett.config.CheckTiming.Rhythm;

/// Makes runs of checks and chores. Safe for use by many threads.
final class Errands {
    private final Store store;
    private final InstantSource clock;
    private final CheckDesk desk;
    private final RunTable runs = new RunTable();

    Errands(Store store, InstantSource clock, CheckDesk desk) {
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

    static String id(Chore chore) {
        return "chore:" + chore.id();
    }

    static FireTimes times(Check check) {
        return switch (check.rhythm()) {
            case Rhythm.Every(Duration pause) -> EveryTimes.of(pause, check.id());
            case Rhythm.Cron(String expression, ZoneId zone) -> new CronTimes(expression, zone);
        };
    }

    Errand<Sighting> look(Check check) {
        return new Errand<>(
                id(check),
                lane(check),
                check.atMost(),
                check.eye()::look,
                why -> Sighting.unread(clock.instant(), Duration.ZERO, why),
                sighting -> desk.saw(check, sighting));
    }

    /// @param at for which of its times
    /// @param done is told whether it went well
    Errand<Boolean> run(Chore chore, Instant at, Consumer<Boolean> done) {
        return new Errand<>(
                id(chore),
                Optional.empty(),
                chore.atMost(),
                _ -> work(chore, at),
                _ -> false,
                done);
    }

    private boolean work(Chore chore, Instant at) {
        switch (chore.work()) {
            case Chore.Work.Repeatable(Runnable body) -> body.run();
            case Chore.Work.AtMostOnce(Consumer<Instant> body) -> {
                boolean free =
                        store.write(transaction ->
                                runs.claim(transaction, id(chore), at, clock.instant()));
                if (free) {
                    body.accept(at);
                }
            }
            case Chore.Work.InTransaction(BiConsumer<Handle, Instant> body) ->
                    store.write(transaction -> {
                        boolean free = runs.claim(transaction, id(chore), at, clock.instant());
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
