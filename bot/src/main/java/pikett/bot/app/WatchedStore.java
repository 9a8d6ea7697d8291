package pikett.bot.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import pikett.adapters.store.Store;
import pikett.adapters.store.StoreSize;
import pikett.adapters.store.StoreUnavailableException;

/// A database of which the metrics tell how long it takes, with the wait for its turn, how many wait for it,
/// and how large it is.
final class WatchedStore implements Store {
    private final Store store;
    private final InstantSource clock;
    private final MeterRegistry metrics;
    private final AtomicInteger writing = new AtomicInteger();
    private final AtomicInteger reading = new AtomicInteger();

    WatchedStore(Store store, InstantSource clock, MeterRegistry metrics) {
        this.store = store;
        this.clock = clock;
        this.metrics = metrics;
        inUse("write", writing);
        inUse("read", reading);
        Gauge.builder("pikett_store_bytes", this::size)
                .description("Size of the database; NaN while it cannot be read")
                .register(metrics);
    }

    private void inUse(String kind, AtomicInteger count) {
        Gauge.builder("pikett_store_in_use", count::get)
                .description("Transactions that run or wait for their turn")
                .tag("kind", kind)
                .register(metrics);
    }

    private double size() {
        try {
            return store.read(StoreSize::bytes);
        } catch (StoreUnavailableException e) {
            return Double.NaN;
        }
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        return timed("write", writing, () -> store.write(work));
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        return timed("read", reading, () -> store.read(work));
    }

    private <T> T timed(String kind, AtomicInteger count, Supplier<T> work) {
        long begin = clock.millis();
        String outcome = "failed";
        count.incrementAndGet();
        try {
            T result = work.get();
            outcome = "done";
            return result;
        } catch (StoreUnavailableException e) {
            outcome = "unavailable";
            throw e;
        } finally {
            count.decrementAndGet();
            metrics.timer("pikett_store", "kind", kind, "outcome", outcome)
                    .record(Duration.ofMillis(Math.max(0, clock.millis() - begin)));
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
