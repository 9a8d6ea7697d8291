package pikett.playground.world;

import com.github.fppt.jedismock.RedisServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running world, and its levers. Four sample services of a small company run as child processes
/// under a `pm2` of the world's own, a Redis holds their queue, and every lever does to them what
/// once happened at night. Thread-safe. Everything ends with [#close()], or when this process ends
/// in whatever way.
public final class World implements AutoCloseable {
    /// The BullMQ name of the queue.
    public static final String QUEUE = "messages";

    private static final Logger LOG = LoggerFactory.getLogger(World.class);
    private static final List<String> NAMES =
            List.of("ai-admin-api", SampleWork.WORKER, "messages-gateway", "billing");
    private static final long DESK_MILLIS = 40;

    private final WorldFolder folder;
    private final RedisServer redis;
    private final BullQueue queue;
    private final Traffic traffic;
    private final Map<String, Pm2Process> processes = new LinkedHashMap<>();
    private final Pm2Daemon daemon;
    private final AtomicBoolean restartHeals = new AtomicBoolean(true);
    private final ScheduledExecutorService timer =
            Executors.newScheduledThreadPool(
                    2, Thread.ofPlatform().daemon().name("world-", 0).factory());
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();

    private World(WorldFolder folder, RedisServer redis, InstantSource clock) throws IOException {
        this.folder = folder;
        this.redis = redis;
        this.queue = BullQueue.connect(redis.getBindPort(), QUEUE, clock);
        this.traffic = new Traffic(queue);
        List<Integer> ports = FreePorts.choose(NAMES.size());
        for (int id = 0; id < NAMES.size(); id++) {
            SampleApp app = new SampleApp(id, NAMES.get(id), ports.get(id), folder.logs());
            processes.put(
                    app.name(),
                    new Pm2Process(
                            app,
                            mode -> ChildJvm.command(app, redis.getBindPort(), mode),
                            clock,
                            this::listLater));
        }
        this.daemon =
                new Pm2Daemon(
                        folder.list(), new ArrayList<>(processes.values()), restartHeals::get);
    }

    /// Makes a world in a folder and starts everything in it.
    ///
    /// @param root is created, and removed again by [#close()]
    public static World start(Path root, InstantSource clock) throws IOException {
        WorldFolder folder = WorldFolder.create(root);
        World world = new World(folder, SampleRedis.start(), clock);
        try {
            world.queue.open();
            world.processes.values().forEach(Pm2Process::start);
            world.daemon.write();
            world.everyday();
            return world;
        } catch (RuntimeException failed) {
            world.close();
            throw failed;
        }
    }

    private void everyday() {
        Pm2Desk desk = new Pm2Desk(folder.desk(), requests, this::answer);
        repeat(desk::look, DESK_MILLIS);
        repeat(daemon::refresh, 1_000);
        repeat(traffic::step, Traffic.STEP_MILLIS);
    }

    private void repeat(Runnable duty, long everyMillis) {
        ScheduledFuture<?> _ =
                timer.scheduleWithFixedDelay(
                        () -> guarded(duty), everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    }

    /// A duty that fails once must be tried again the next time: the timer would drop it for good.
    private static void guarded(Runnable duty) {
        try {
            duty.run();
        } catch (RuntimeException failure) {
            LOG.warn("a duty of the world failed, it goes on", failure);
        }
    }

    private void listLater() {
        if (!requests.isShutdown()) {
            requests.execute(() -> guarded(daemon::write));
        }
    }

    /// What a configuration must know.
    public WorldFacts facts() {
        return new WorldFacts(
                folder.root(),
                folder.bin(),
                URI.create("redis://127.0.0.1:" + redis.getBindPort() + "/0"),
                QUEUE,
                processes.values().stream().map(Pm2Process::app).toList());
    }

    /// How things stand.
    public WorldState state() {
        return new WorldState(
                daemon.states(), queue.state(), traffic.flooding(), restartHeals.get());
    }

    /// Makes a service end with an error, once; it comes back by itself.
    ///
    /// @throws IllegalArgumentException for this and the other levers: no service of that name
    public void crash(String service) {
        process(service).crash();
    }

    /// Makes a service behave in a mode from now on.
    public void become(String service, Mode mode) {
        process(service).become(mode);
    }

    /// Ends a service, as `pm2 stop` does.
    public void stop(String service) {
        process(service).stop();
    }

    /// Starts a service that was stopped.
    public void start(String service) {
        process(service).start();
    }

    /// Pours jobs that fail into the queue, faster than the worker takes them; or ends that.
    public void flood(boolean on) {
        traffic.flood(on);
        become(SampleWork.WORKER, on ? Mode.DEGRADED : Mode.HEALTHY);
    }

    /// Whether a restart through `pm2` makes a broken service healthy. It does until told otherwise.
    public void restartHeals(boolean heals) {
        restartHeals.set(heals);
    }

    /// Makes everything well again, and forgets the jobs that failed.
    public void heal() {
        traffic.flood(false);
        restartHeals.set(true);
        for (Pm2Process process : processes.values()) {
            process.become(Mode.HEALTHY);
            process.start();
        }
        queue.forgetFailures();
    }

    private Pm2Process process(String service) {
        Pm2Process process = processes.get(service);
        if (process == null) {
            throw new IllegalArgumentException(
                    "no service "
                            + service
                            + " here, there are "
                            + String.join(", ", processes.keySet()));
        }
        return process;
    }

    private Pm2Answer answer(List<String> arguments) {
        return switch (arguments.getFirst()) {
            case "session" -> reopenSession();
            case "contexts" -> Pm2Answer.done(contexts());
            default -> daemon.carryOut(arguments);
        };
    }

    private Pm2Answer reopenSession() {
        become(SampleWork.WORKER, Mode.HEALTHY);
        return Pm2Answer.done("      session connected\n");
    }

    private String contexts() {
        StringBuilder text = new StringBuilder();
        for (ServiceState service : daemon.states()) {
            text.append(
                    "%-20s %-8s pid %d, %d restarts\n"
                            .formatted(
                                    service.name(),
                                    service.status().text(),
                                    service.pid(),
                                    service.restarts()));
        }
        QueueState jobs = queue.state();
        return text.append(
                        "queue %s: %d waiting, %d failed\n"
                                .formatted(QUEUE, jobs.waiting(), jobs.failed()))
                .toString();
    }

    /// Ends the services, then the rest, and removes the folder.
    @Override
    public void close() throws IOException {
        timer.shutdownNow();
        processes.values().parallelStream().forEach(Pm2Process::stop);
        requests.close();
        queue.close();
        redis.stop();
        folder.delete();
    }
}
