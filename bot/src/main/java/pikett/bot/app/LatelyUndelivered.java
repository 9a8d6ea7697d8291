package pikett.bot.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.OutboxOverview;
import pikett.alerts.outbox.OutboxOverview.BrokenDestination;
import pikett.alerts.outbox.OutboxOverview.Lost;
import pikett.bot.view.Undelivered;

/// What did not arrive within the last day, and where nothing arrives now.
final class LatelyUndelivered implements Supplier<Undelivered> {
    static final Duration LATELY = Duration.ofHours(24);

    private final OutboxOverview outbox;
    private final Function<Destination, String> names;
    private final InstantSource clock;

    LatelyUndelivered(
            OutboxOverview outbox, Function<Destination, String> names, InstantSource clock) {
        this.outbox = outbox;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public Undelivered get() {
        List<Lost> lost = outbox.lost(clock.instant().minus(LATELY));
        return new Undelivered(
                lost.stream().mapToLong(Lost::count).sum(),
                lost.stream().map(Lost::at).map(names).distinct().toList(),
                outbox.broken().stream()
                        .map(BrokenDestination::destination)
                        .map(names)
                        .distinct()
                        .toList());
    }
}
