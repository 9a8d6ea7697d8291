package pikett.alerts.scheduler;

import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Quartz as a clock: it calls again and again, one call after the other, and knows nothing of what is
/// due.
///
/// Quartz waits for an hour of the wall clock; when that clock is put back, it would wait for it to come
/// again. A watch that only measures time sees that no tick came, and sets the trigger anew. Started
/// and stopped once each.
final class Ticks {
    static final TriggerKey TRIGGER = TriggerKey.triggerKey("tick");

    private static final Logger LOG = LoggerFactory.getLogger(Ticks.class);
    private static final String NAME = "pikett-clock-";
    private static final String BODY = "body";

    /// Quartz keeps its schedulers by name for the whole process.
    private static final AtomicLong NUMBER = new AtomicLong();

    private final Settings settings;
    private final Runnable body;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicLong lastTick = new AtomicLong();

    /// @param pause between two ticks
    /// @param silence after which the clock is taken to stand still
    /// @param nanos a measure of time that is never put back, such as `System::nanoTime`
    record Settings(Duration pause, Duration silence, LongSupplier nanos) {}

    /// @param body must not block for long; what it throws is logged, and the next tick comes all the same
    Ticks(Settings settings, Runnable body) {
        this.settings = settings;
        this.body = body;
    }

    void start() {
        lastTick.set(settings.nanos().getAsLong());
        try {
            Scheduler scheduler = new StdSchedulerFactory(properties()).getScheduler();
            scheduler.scheduleJob(job(), trigger());
            scheduler.start();
            Thread.ofPlatform().daemon().name("clock-watch").start(() -> watch(scheduler));
        } catch (SchedulerException e) {
            throw new IllegalStateException("the clock cannot be started", e);
        }
    }

    /// No tick begins any more.
    void stop() {
        closed.countDown();
    }

    private void watch(Scheduler scheduler) {
        try {
            while (!closed.await(settings.silence().toNanos(), TimeUnit.NANOSECONDS)) {
                long silent = settings.nanos().getAsLong() - lastTick.get();
                if (silent > settings.silence().toNanos()) {
                    LOG.warn("clock was put back or stood still, is set anew");
                    scheduler.rescheduleJob(TRIGGER, trigger());
                }
            }
            scheduler.shutdown();
        } catch (SchedulerException e) {
            LOG.error("the clock cannot be set", e);
        } catch (InterruptedException _) {
            // Nobody does that; the clock would go on without a watch.
            Thread.currentThread().interrupt();
        }
    }

    private void tick() {
        lastTick.set(settings.nanos().getAsLong());
        if (closed.getCount() > 0) {
            body.run();
        }
    }

    private JobDetail job() {
        JobDataMap map = new JobDataMap();
        map.put(BODY, (Runnable) this::tick);
        return JobBuilder.newJob(Tick.class).usingJobData(map).withIdentity("tick").build();
    }

    private Trigger trigger() {
        return TriggerBuilder.newTrigger()
                .withIdentity(TRIGGER)
                .forJob("tick")
                .startNow()
                .withSchedule(
                        SimpleScheduleBuilder.simpleSchedule()
                                .withIntervalInMilliseconds(settings.pause().toMillis())
                                .repeatForever()
                                .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
    }

    /// One's own properties replace all that Quartz brings.
    private static Properties properties() {
        String name = NAME + NUMBER.incrementAndGet();
        Properties properties = new Properties();
        properties.setProperty("org.quartz.scheduler.instanceName", name);
        properties.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        properties.setProperty("org.quartz.threadPool.threadCount", "1");
        properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        properties.setProperty("org.quartz.threadPool.threadNamePrefix", name);
        properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        return properties;
    }

    /// What Quartz makes anew for each tick.
    @DisallowConcurrentExecution
    public static final class Tick implements org.quartz.Job {
        @Override
        public void execute(JobExecutionContext context) {
            try {
                if (context.getMergedJobDataMap().get(BODY) instanceof Runnable body) {
                    body.run();
                }
            } catch (RuntimeException e) {
                LOG.error("tick failed", e);
            }
        }
    }
}
