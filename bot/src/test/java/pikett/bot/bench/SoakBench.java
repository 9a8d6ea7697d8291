package pikett.bot.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pikett.playground.Playground;
import pikett.playground.PlaygroundSettings;
import pikett.playground.telegram.Seat;
import pikett.playground.telegram.message.ChatId;

/// Twenty minutes of twenty times the usual load: nothing may grow.
final class SoakBench {
    /// Twenty times fifty checks a minute, an alert in a minute, and a question in a minute.
    private static final int CHECKS = 1_000;

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration STEP = Duration.ofSeconds(3);
    private static final int STEPS_A_MINUTE = 20;
    private static final int MINUTES = 20;
    private static final int EDGE = 5;

    private static final Pattern HEAP =
            Pattern.compile("jvm_memory_used_bytes\\{area=\"heap\"[^}]*} ([0-9.E+]+)");

    private final CheckedWeb web;
    private final PostedTo posts;
    private final Seat anna;
    private final HttpClient client = HttpClient.newHttpClient();
    private int posted;

    /// What was seen at the end of a minute. Of the heap what is held, without garbage.
    private record Minute(long heap, long resident, long threads, long descriptors) {}

    private SoakBench(CheckedWeb web, Playground playground) {
        this.web = web;
        this.posts = PostedTo.port(web.port, Optional.of(CheckedWeb.BEARER));
        this.anna =
                playground
                        .cloud()
                        .seat(
                                playground.cast().anna().id(),
                                ChatId.of(playground.cast().anna().id()));
    }

    static String measure(Path folder) throws Exception {
        try (Playground playground =
                        Playground.start(
                                PlaygroundSettings.onPort(0).withoutWorld(),
                                InstantSource.system());
                CheckedWeb web =
                        new CheckedWeb(folder, playground, CHECKS, EVERY, PackagedBot::new)) {
            web.awaitLooks(1);
            return new SoakBench(web, playground).measured();
        }
    }

    private String measured() throws Exception {
        List<Minute> minutes = new ArrayList<>();
        for (int minute = 0; minute < MINUTES; minute++) {
            minutes.add(minute());
        }
        List<Minute> first = minutes.subList(0, EDGE);
        List<Minute> last = minutes.subList(MINUTES - EDGE, MINUTES);
        return """
        | %,d checks, %d alerts and %d questions a minute, for %d minutes | minutes 1 to %d | the last %d | ratio |
        |---|---|---|---|
        %s%s%s%s
        """
                .formatted(
                        CHECKS,
                        STEPS_A_MINUTE,
                        STEPS_A_MINUTE,
                        MINUTES,
                        EDGE,
                        EDGE,
                        row("heap that is held (kB)", first, last, Minute::heap),
                        row("resident memory (MB)", first, last, Minute::resident),
                        row("threads", first, last, Minute::threads),
                        row("open files and connections", first, last, Minute::descriptors));
    }

    private Minute minute() throws IOException, InterruptedException {
        for (int step = 0; step < STEPS_A_MINUTE; step++) {
            posts.post(List.of("Soaked" + posted++), "ops");
            anna.say("/whoami");
            Thread.sleep(STEP);
        }
        web.bot.collectGarbage();
        return new Minute(
                heap() / 1024,
                web.bot.residentMegabytes(),
                web.bot.threads(),
                web.bot.descriptors());
    }

    private long heap() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:%d/metrics".formatted(web.port)))
                        .build();
        Matcher areas = HEAP.matcher(client.send(request, BodyHandlers.ofString()).body());
        double used = 0;
        while (areas.find()) {
            used += Double.parseDouble(areas.group(1));
        }
        return (long) used;
    }

    private static String row(
            String what, List<Minute> first, List<Minute> last, ToLongFunction<Minute> of) {
        double before = first.stream().mapToLong(of).average().orElseThrow();
        double after = last.stream().mapToLong(of).average().orElseThrow();
        return String.format(
                Locale.ROOT, "| %s | %.0f | %.0f | %.2f |%n", what, before, after, after / before);
    }
}
