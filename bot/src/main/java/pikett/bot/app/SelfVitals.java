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
import pikett.bot.service.Loop;
import pikett.bot.telegram.PollHealth;
import pikett.bot.telegram.TelegramEdge;

/// Whether every part of Pikett goes on: one answer for the pages and for the outgoing heartbeat.
///
/// Safe for use by many threads.
final class SelfVitals {
    /// What has waited for so long, while nothing else arrived there, does not move.
    private static final Duration UNMOVED = Duration.ofMinutes(5);

    private final Store store;
    private final OutboxOverview outbox;
    private final TelegramEdge edge;
    private final Loop sending;
    private final Loop scheduling;
    private final Loop polling;
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
        this.edge = edge;
        this.sending = new Loop("outbox", pump::lastTick);
        this.scheduling = new Loop("scheduler", alerting::lastRound);
        this.polling = new Loop("polling", edge::lastTick);
        this.clock = clock;
    }

    /// What the pages show.
    List<Vital> all() {
        return List.of(
                new Vital("store", true, this::written),
                vital(sending, "moving"),
                vital(scheduling, "ticking"),
                vital(polling, "ticking"),
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

    /// What must go round for Pikett to live.
    List<Loop> loops() {
        return List.of(sending, scheduling, polling);
    }

    /// Whether the database takes something at this moment.
    boolean stores() {
        return written().well();
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

    /// @param word what it does while it is well
    private Vital vital(Loop loop, String word) {
        return new Vital(loop.name(), true, () -> ticked(loop, word));
    }

    private Vital.State ticked(Loop loop, String word) {
        Instant now = clock.instant();
        return loop.isStuck(now)
                ? new Vital.State(false, "stuck for " + loop.standing(now).toSeconds() + " s")
                : new Vital.State(true, word);
    }

    Vital.State telegram() {
        PollHealth health = edge.health();
        boolean well = health.state() == PollHealth.State.POLLING;
        String word = health.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Vital.State(well, word);
    }
}
