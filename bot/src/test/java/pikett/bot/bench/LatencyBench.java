package pikett.bot.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import pikett.bot.bench.ManyChats.Running;
import pikett.playground.Playground;
import pikett.playground.PlaygroundSettings;
import pikett.playground.telegram.FloodRules;
import pikett.playground.telegram.message.Message;

/// How long it takes from the post of an alert to its message, for Pikett and for Alertmanager, in turns.
///
/// The playground refuses nothing here; what is posted stays under Telegram's limits, so that Pikett, which
/// keeps to them, does not hold anything back.
final class LatencyBench {
    private static final int CHATS = 60;
    private static final int ONE_BY_ONE = 300;
    private static final int BURSTS = 20;

    /// So many messages Telegram takes of a bot in a second.
    private static final int BURST = 30;

    private static final Duration APART = Duration.ofMillis(5);
    private static final Duration REST = Duration.ofMillis(60);
    private static final Duration LONG_REST = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Playground playground;
    private final ManyChats chats;
    private int named;

    private LatencyBench(Playground playground) {
        this.playground = playground;
        this.chats = new ManyChats(playground, CHATS);
    }

    static String measure(Path folder) throws Exception {
        PlaygroundSettings settings = PlaygroundSettings.onPort(0).withoutWorld();
        try (Playground playground = Playground.start(settings, InstantSource.system())) {
            playground.cloud().useFloodRules(FloodRules.OFF);
            return new LatencyBench(playground).measured(folder);
        }
    }

    private String measured(Path folder) throws Exception {
        try (Running pikett = chats.pikett(folder);
                Running alertmanager = chats.alertmanager(folder);
                DiskFlush flush = new DiskFlush(folder)) {
            List<Duration> flushes = new ArrayList<>();
            warm(pikett);
            warm(alertmanager);
            Measured ours = new Measured(pikett);
            Measured theirs = new Measured(alertmanager);
            for (int number = 0; number < ONE_BY_ONE; number++) {
                for (Measured each : List.of(ours, theirs)) {
                    each.oneByOne.add(one(each.running, number % CHATS));
                    Thread.sleep(REST);
                }
                flushes.add(flush.once());
            }
            for (int burst = 0; burst < BURSTS; burst++) {
                for (Measured each : List.of(ours, theirs)) {
                    Thread.sleep(LONG_REST);
                    each.inBursts.addAll(burst(each.running, burst % 2 * BURST));
                }
            }
            return LatencyFigures.asMarkdown(ours, theirs, BURST, flushes);
        }
    }

    /// The figures of one of the two.
    static final class Measured {
        final Running running;
        final List<Duration> oneByOne = new ArrayList<>();
        final List<Duration> inBursts = new ArrayList<>();
        private final Duration before;

        private Measured(Running running) throws IOException {
            this.running = running;
            this.before = running.process().cpu();
        }

        Duration cpu() throws IOException {
            return running.process().cpu().minus(before);
        }
    }

    /// Twice to each chat, so that programs, connections and chats are known.
    private void warm(Running running) throws Exception {
        for (int chat = 0; chat < CHATS; chat += BURST) {
            burst(running, chat);
            Thread.sleep(LONG_REST);
            burst(running, chat);
            Thread.sleep(LONG_REST);
        }
    }

    private Duration one(Running running, int chat) throws IOException, InterruptedException {
        String name = name();
        Instant begun = running.posts().post(List.of(name), ManyChats.name(chat));
        return Duration.between(begun, told(name));
    }

    /// One to each of many chats, two hundred a second.
    private List<Duration> burst(Running running, int firstChat) throws Exception {
        Map<String, Future<Instant>> posts = new HashMap<>();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            for (int number = 0; number < BURST; number++) {
                String name = name();
                String chat = ManyChats.name(firstChat + number);
                long due = start + APART.toNanos() * number;
                Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
                posts.put(name, each.submit(() -> running.posts().post(List.of(name), chat)));
            }
        }
        return latencies(posts);
    }

    private List<Duration> latencies(Map<String, Future<Instant>> posts)
            throws InterruptedException, ExecutionException {
        List<Duration> latencies = new ArrayList<>();
        for (Map.Entry<String, Future<Instant>> post : posts.entrySet()) {
            latencies.add(Duration.between(post.getValue().get(), told(post.getKey())));
        }
        return latencies;
    }

    private String name() {
        return "Posted%05d".formatted(named++);
    }

    /// When its message came in.
    private Instant told(String name) {
        Message message =
                playground
                        .cloud()
                        .awaitMessage(candidate -> candidate.text().contains(name), PATIENCE);
        return playground.cloud().history(message.key()).orElseThrow().versions().getFirst().at();
    }
}
