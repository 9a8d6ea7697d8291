package pikett.bot.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pikett.playground.Playground;

/// The bot with many checks, each of a page of its own, and a door for alerts from elsewhere.
final class CheckedWeb implements AutoCloseable {
    static final String BEARER = "the-secret-of-the-bench";

    final WebFarm farm = new WebFarm();
    final Duration every;
    final int checks;
    final int port = PostedTo.freePort();
    final MeasuredProcess bot;

    /// How the program is started: with what `./dev run` uses, or as it is packaged.
    interface Start {
        MeasuredProcess with(Path folder, String yaml) throws IOException;
    }

    CheckedWeb(Path folder, Playground playground, int checks, Duration every) throws IOException {
        this(folder, playground, checks, every, BotProcess::new);
    }

    CheckedWeb(Path folder, Playground playground, int checks, Duration every, Start start)
            throws IOException {
        this.checks = checks;
        this.every = every;
        this.bot = start.with(folder, yaml(folder, playground));
    }

    /// Waits until every page was asked for at least so often.
    void awaitLooks(int times) throws InterruptedException {
        long patience = System.nanoTime() + every.multipliedBy(times + 2L).toNanos() + PATIENCE;
        while (farm.asked().size() < checks
                || farm.asked().values().stream().anyMatch(asked -> asked.size() < times)) {
            if (System.nanoTime() > patience) {
                throw new IllegalStateException("not every check looked in time");
            }
            Thread.sleep(100);
        }
    }

    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();

    private String yaml(Path folder, Playground playground) {
        String all =
                IntStream.range(0, checks)
                        .mapToObj(number ->
                                "  c%d: { http: 'http://127.0.0.1:%d/c%d', critical-when: [status != 200] }"
                                        .formatted(number, farm.port(), number))
                        .collect(Collectors.joining("\n"));
        return """
        telegram:
          token: '%s'
          api-url: %s
          chats: { ops: { id: %d } }
        people: { anna: { telegram: %d, role: admin, language: en } }
        check-defaults: { every: %ds, keep-firing-for: 0s, timeout: 5s }
        checks:
        %s
        storage: { url: 'jdbc:sqlite:%s' }
        inbound:
          listen: 127.0.0.1:%d
          sources: { am: { type: alertmanager, bearer: %s, at-most: 100000 in 1m } }
        """
                .formatted(
                        playground.api().token(),
                        playground.api().address(),
                        playground.cast().ops().id().value(),
                        playground.cast().anna().id().value(),
                        every.toSeconds(),
                        all,
                        folder.resolve("pikett.db"),
                        port,
                        BEARER);
    }

    @Override
    public void close() {
        bot.close();
        farm.close();
    }
}
