package pikett.bot.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import pikett.adapters.store.Store;
import pikett.adapters.store.StoreUnavailableException;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.OutboxOverview;
import pikett.alerts.outbox.OutboxPump;
import pikett.bot.inbound.Vital;
import pikett.bot.telegram.PollHealth;
import pikett.bot.telegram.TelegramEdge;

/// Whether every part of Pikett goes on: one answer for the pages and for the outgoing heartbeat.
///
/// Safe for use by many threads.
final class SelfVitals {
    /// A loop that has not gone round for so long is stuck.
    private static final Duration STUCK = Duration.ofSeconds(30);

    /// What has waited for so long, while nothing else arrived there, does not move.
    private static final Duration UNMOVED = Duration.ofMinutes(5);

    private final Store store;
    private final OutboxOverview outbox;
    private final OutboxPump pump;
    private final TelegramEdge edge;
    private final Alerting alerting;
    private final InstantSource clock;

    SelfVitals(
            Store store,
            OutboxOverview outbox,
            OutboxPump pump,
            TelegramEdge edge,
            Alerting alerting,
            InstantSource clock) {
        this.store = store;
        this.outbox = outbox;
        this.pump = pump;
        this.edge = edge;
        this.alerting = alerting;
        this.clock = clock;
    }

    /// What the pages show.
    List<Vital> all() {
        return List.of(
                new Vital("store", true, this::written),
                new Vital("outbox", true, () -> ticked(pump.lastTick(), "moving")),
                new Vital("scheduler", true, () -> ticked(alerting.lastRound(), "ticking")),
                new Vital("polling", true, () -> ticked(edge.lastTick(), "ticking")),
                // Alerts are kept and told later while Telegram is away: that is no reason to be
                // restarted.
                new Vital("deliveries", false, this::moved),
                new Vital("telegram", false, this::telegram));
    }

    /// What must be well for somebody outside to hear that all is: also that what is said arrives.
    List<Vital> heard() {
        return all().stream()
                .filter(vital -> vital.needed() || vital.name().equals("deliveries"))
                .toList();
    }

    private Vital.State written() {
        try {
            store.write(transaction ->
                    transaction
                            .createUpdate(
                                    """
                                    INSERT INTO pulse (only_row, at) VALUES (1, :now)
                                    ON CONFLICT (only_row) DO UPDATE SET at = :now
                                    """)
                            .bind("now", clock.instant().toEpochMilli())
                            .execute());
            return new Vital.State(true, "up");
        } catch (StoreUnavailableException e) {
            return new Vital.State(false, "unavailable");
        }
    }

    private Vital.State moved() {
        Instant now = clock.instant();
        try {
            List<Destination> still = outbox.standingStill(now.minus(UNMOVED), now);
            return still.isEmpty()
                    ? new Vital.State(true, "arrive")
                    : new Vital.State(
                            false, "nothing arrives in %d places".formatted(still.size()));
        } catch (StoreUnavailableException e) {
            return new Vital.State(false, "unknown");
        }
    }

    private Vital.State ticked(Instant last, String word) {
        Duration since = Duration.between(last, clock.instant());
        return since.compareTo(STUCK) < 0
                ? new Vital.State(true, word)
                : new Vital.State(false, "stuck for " + since.toSeconds() + " s");
    }

    Vital.State telegram() {
        PollHealth health = edge.health();
        boolean well = health.state() == PollHealth.State.POLLING;
        String word = health.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Vital.State(well, word);
    }
}
