package pikett.bot.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.adapters.store.StoreUnavailableException;
import pikett.alerts.history.KeptReadings;
import pikett.alerts.history.Trend;
import pikett.bot.command.QueuePast;
import pikett.bot.view.WaitingPast;
import pikett.config.condition.Name;

/// The past of queues, from what their checks read.
final class KeptQueuePast implements QueuePast {
    private static final Logger LOG = LoggerFactory.getLogger(KeptQueuePast.class);
    private static final Name WAITING = Name.of("waiting");
    private static final Duration SHOWN = Duration.ofHours(1);

    /// What was longer ago says little of where it is heading now.
    private static final Duration LATELY = Duration.ofMinutes(15);

    private final KeptReadings readings;

    KeptQueuePast(KeptReadings readings) {
        this.readings = readings;
    }

    @Override
    public Optional<WaitingPast> of(String queue, Instant now) {
        String check = "queue:" + queue;
        try {
            Optional<Trend> hour = readings.trend(check, WAITING, now.minus(SHOWN));
            if (hour.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(
                    new WaitingPast(
                            readings.slots(
                                    check, WAITING, now.minus(SHOWN), now, WaitingPast.SLOTS),
                            readings.trend(check, WAITING, now.minus(LATELY)).or(() -> hour)));
        } catch (StoreUnavailableException e) {
            LOG.warn("the past of a queue cannot be read queue={}", queue, e);
            return Optional.empty();
        }
    }
}
