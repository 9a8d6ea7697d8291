package pikett.bot.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import pikett.alerts.outbox.DeliveryState;
import pikett.alerts.outbox.OutboxOverview;
import pikett.alerts.outbox.OutboxOverview.Lost;

/// What waits in the outbox, and what it gave up.
final class OutboxMeters implements MeterBinder {
    private final OutboxOverview outbox;
    private final InstantSource clock;

    OutboxMeters(OutboxOverview outbox, InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (DeliveryState state : DeliveryState.values()) {
            Gauge.builder("pikett_outbox_deliveries", () -> outbox.counts().getOrDefault(state, 0L))
                    .description("Deliveries in the outbox, by state")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        Gauge.builder("pikett_outbox_oldest_waiting_seconds", this::oldestWaiting)
                .description("Age of the delivery that waits longest, of any chat")
                .register(registry);
        Gauge.builder("pikett_outbox_given_up_last_day", this::givenUp)
                .description("Deliveries that were given up within the last 24 hours")
                .register(registry);
        Gauge.builder("pikett_outbox_broken_chats", () -> outbox.broken().size())
                .description("Chats in which nothing arrives")
                .register(registry);
    }

    private double oldestWaiting() {
        return outbox.waiting().stream()
                .findFirst()
                .map(waiting -> Duration.between(waiting.oldest(), clock.instant()))
                .map(age -> age.toMillis() / 1000.0)
                .orElse(0.0);
    }

    private long givenUp() {
        return outbox.lost(clock.instant().minus(LatelyUndelivered.LATELY)).stream()
                .mapToLong(Lost::count)
                .sum();
    }
}
