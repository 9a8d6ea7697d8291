package pikett.alerts.outbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import pikett.adapters.store.Store;
import pikett.adapters.store.Stores;
import pikett.config.Secret;

/// An outbox on a database without rows, a pump, a fake channel and a clock that stands still.
abstract class OutboxContract {
    protected static final Destination GROUP = new Destination("fake", "group");
    protected static final Destination OTHER = new Destination("fake", "other");

    protected final HandClock clock = new HandClock();
    protected final FakeChannel channel = new FakeChannel();
    protected Store store;
    protected SqlOutbox outbox;
    protected OutboxOverview overview;
    private final List<OutboxPump> pumps = new ArrayList<>();

    /// The URL of a database without tables.
    abstract Secret emptyDatabase() throws Exception;

    @BeforeEach
    final void open() throws Exception {
        store = Stores.open(emptyDatabase());
        outbox = new SqlOutbox(store, clock);
        overview = new OutboxOverview(store);
    }

    @AfterEach
    final void close() throws Exception {
        for (OutboxPump pump : pumps) {
            pump.stop(Duration.ofSeconds(5));
        }
        store.close();
    }

    protected OutboxPump pump() {
        return pump(channel);
    }

    protected OutboxPump pump(Sender sender) {
        return pump(sender, 4);
    }

    protected OutboxPump pump(Sender sender, int inFlight) {
        OutboxPump pump =
                new OutboxPump(
                        outbox,
                        Map.of("fake", sender),
                        clock,
                        () -> 0.5,
                        new OutboxPump.Settings(inFlight, Duration.ofMillis(20)));
        pumps.add(pump);
        pump.start();
        return pump;
    }

    protected DeliveryId post(String subject, String text) {
        return post(GROUP, subject, text, Urgency.NORMAL);
    }

    protected DeliveryId post(Destination to, String subject, String text, Urgency urgency) {
        return post(to, subject, text, urgency, false);
    }

    protected DeliveryId post(
            Destination to, String subject, String text, Urgency urgency, boolean silent) {
        return store.write(transaction ->
                outbox.post(
                        transaction,
                        to,
                        new Subject(subject),
                        new Content("text", text),
                        urgency,
                        silent));
    }

    protected DeliveryState state(DeliveryId id) {
        return overview.find(id).orElseThrow().state();
    }

    protected void awaitState(DeliveryId id, DeliveryState state) {
        await().atMost(30, SECONDS)
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> assertThat(state(id)).isEqualTo(state));
    }

    protected void awaitAttempts(int attempts) {
        await().atMost(30, SECONDS)
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> assertThat(channel.attempts()).isEqualTo(attempts));
    }

    /// The pump has gone round since, so that what was due then has been started.
    protected void awaitRound(OutboxPump pump) {
        clock.advance(Duration.ofMillis(1));
        await().atMost(30, SECONDS)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> !pump.lastTick().isBefore(clock.instant()));
        clock.advance(Duration.ofMillis(1));
        await().atMost(30, SECONDS)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> !pump.lastTick().isBefore(clock.instant()));
    }
}
