package pikett.alerts.scheduler;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.impl.SchedulerRepository;

final class TicksTest {
    private final AtomicInteger ticks = new AtomicInteger();
    private final Ticks clock =
            new Ticks(
                    new Ticks.Settings(
                            Duration.ofMillis(10), Duration.ofMillis(300), System::nanoTime),
                    this::failsTheFirstTime);

    @AfterEach
    void stop() {
        clock.stop();
    }

    @Test
    void it_ticks_again_and_again_even_when_one_fails() {
        clock.start();
        awaitMore(5);
    }

    @Test
    void a_clock_that_was_put_back_goes_on() throws SchedulerException {
        clock.start();
        awaitMore(2);
        putBackByAYear();
        awaitMore(2);
    }

    /// What Quartz makes of that: the next tick is far away.
    private static void putBackByAYear() throws SchedulerException {
        for (Scheduler scheduler : SchedulerRepository.getInstance().lookupAll()) {
            Trigger trigger = scheduler.getTrigger(Ticks.TRIGGER);
            if (trigger != null) {
                Date far = Date.from(Instant.parse("2099-01-01T00:00:00Z"));
                scheduler.rescheduleJob(
                        Ticks.TRIGGER, trigger.getTriggerBuilder().startAt(far).build());
            }
        }
    }

    private void failsTheFirstTime() {
        if (ticks.incrementAndGet() == 1) {
            throw new IllegalStateException("the first one fails");
        }
    }

    private void awaitMore(int more) {
        int wanted = ticks.get() + more;
        await().until(() -> ticks.get() >= wanted);
    }
}
