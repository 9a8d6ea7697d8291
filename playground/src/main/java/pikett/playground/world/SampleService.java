package pikett.playground.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// The program of a sample service: a small process of its own with a health endpoint on loopback and
/// a log on standard output. It is told its mode by lines on standard input, and ends when that input
/// ends: so it never outlives the playground, however that ended.
///
/// Arguments: name, HTTP port, Redis port, mode.
public final class SampleService {
    private static final long SLOW_MILLIS = 4_000;

    /// Longer than PM2's `min_uptime` of a second: a process that dies sooner is given up by PM2
    /// after a while, one that dies later is restarted for ever and called online.
    private static final long LOOP_MILLIS = 1_200;

    private final String name;
    private final InstantSource clock;
    private final Instant started;
    private final SampleWork work;

    /// Two threads, so that a step that waits for Redis does not hold back the health answer.
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);

    private volatile Mode mode;

    private SampleService(String name, int redisPort, Mode mode, InstantSource clock) {
        this.name = name;
        this.mode = mode;
        this.clock = clock;
        this.started = clock.instant();
        this.work = new SampleWork(name, redisPort, clock);
    }

    public static void main(String[] arguments) throws IOException {
        Mode mode = Mode.named(arguments[3]).orElseThrow();
        SampleService service =
                new SampleService(
                        arguments[0], Integer.parseInt(arguments[2]), mode, InstantSource.system());
        service.start(Integer.parseInt(arguments[1]));
        service.obey();
    }

    private void start(int port) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/health", this::health);
        server.start();
        work.log("info", "listening on port " + port);
        if (mode == Mode.LOOPING) {
            ScheduledFuture<?> _ = timer.schedule(this::fall, LOOP_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            ScheduledFuture<?> _ =
                    timer.scheduleWithFixedDelay(
                            () -> work.step(mode),
                            200,
                            SampleWork.STEP_MILLIS,
                            TimeUnit.MILLISECONDS);
        }
    }

    /// Reads orders until the input ends: `crash`, `quit`, or the name of a mode.
    private void obey() throws IOException {
        BufferedReader orders =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            switch (order) {
                case "quit" -> {
                    work.log("info", "SIGINT received, closing");
                    System.exit(0);
                }
                case "crash" -> crash();
                default -> Mode.named(order).ifPresent(this::become);
            }
        }
        System.exit(0);
    }

    private void become(Mode next) {
        mode = next;
        if (next == Mode.LOOPING) {
            fall();
        }
    }

    private void health(HttpExchange exchange) {
        long delay = mode == Mode.SLOW ? SLOW_MILLIS : 0;
        ScheduledFuture<?> _ = timer.schedule(() -> answer(exchange), delay, TimeUnit.MILLISECONDS);
    }

    private void answer(HttpExchange exchange) {
        SampleHealth health =
                new SampleHealth(
                        name,
                        mode,
                        Duration.between(started, clock.instant()),
                        work.waiting(),
                        Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory(),
                        Runtime.getRuntime().maxMemory(),
                        work.lastActivity());
        byte[] body = health.json().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        try (exchange;
                OutputStream out = exchange.getResponseBody()) {
            exchange.sendResponseHeaders(health.httpStatus(), body.length);
            out.write(body);
        } catch (IOException gone) {
            work.log("warn", "health: the caller hung up");
        }
    }

    /// The error of the incident that made Pikett necessary.
    private void fall() {
        System.err.println(
                """
                /opt/ai-admin/src/integrations/yclients.js:14
                    const client = new YclientsClient({ companyId });
                                   ^

                TypeError: YclientsClient is not a constructor
                    at connect (/opt/ai-admin/src/integrations/yclients.js:14:20)
                    at boot (/opt/ai-admin/src/server.js:31:16)
                    at node:internal/main/run_main_module:28:49

                Node.js v20.19.1\
                """);
        Runtime.getRuntime().halt(1);
    }

    private void crash() {
        System.err.println(
                """
                Error: Connection terminated unexpectedly
                    at Connection.<anonymous> (/opt/ai-admin/node_modules/pg/lib/client.js:136:73)
                    at process.emit (node:events:524:28)

                Node.js v20.19.1\
                """);
        Runtime.getRuntime().halt(1);
    }
}
