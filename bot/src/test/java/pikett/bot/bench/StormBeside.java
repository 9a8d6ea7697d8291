package pikett.bot.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import pikett.bot.bench.ManyChats.Running;
import pikett.playground.Playground;
import pikett.playground.PlaygroundSettings;
import pikett.playground.telegram.MessageHistory;
import pikett.playground.telegram.message.ChatId;
import pikett.playground.telegram.message.Message;

/// The same storm for Pikett and for Alertmanager, one after the other: many critical alerts, each a group
/// of its own, for one chat that takes no more than Telegram lets it.
final class StormBeside {
    private static final int ALERTS = 1_000;

    /// So many are posted together.
    private static final int TOGETHER = 10;

    private static final Duration WITHIN = Duration.ofSeconds(10);

    /// So long it is watched. Alertmanager gives up on a group after five minutes, and tries again later.
    private static final Duration WATCHED = Duration.ofMinutes(6);

    private static final Pattern COUNTED = Pattern.compile("🔴 ([0-9]+)  ");
    private static final Pattern NAMED = Pattern.compile("Storm[0-9]{4}");

    private final Playground playground;
    private final ManyChats chats;
    private final ChatId chat;

    private StormBeside(Playground playground) {
        this.playground = playground;
        this.chats = new ManyChats(playground, 1);
        this.chat = chats.ids().getFirst();
    }

    private interface Program {
        Running start(ManyChats chats, Path folder) throws IOException, InterruptedException;
    }

    /// What became of one storm.
    ///
    /// @param first from the first alert to the first message
    /// @param all from the last alert to the chat accounting for every alert; empty when it never did
    private record Toll(
            Duration first,
            Optional<Duration> all,
            int accounted,
            int messages,
            int edits,
            int tooMuch,
            int refused,
            Duration cpu) {}

    static String measure(Path folder) throws Exception {
        Toll ours = stormed(folder, ManyChats::pikett);
        Toll theirs = stormed(folder, ManyChats::alertmanager);
        return """
        | %,d critical alerts within %d s, each a group of its own, one chat | Pikett | Alertmanager |
        |---|---|---|
        | from the first alert to the first message | %s | %s |
        | from the last alert to the chat accounting for every alert | %s | %s |
        | messages / edits in the chat | %d / %d | %d / %d |
        | told by Telegram to send less (429) | %,d | %,d |
        | posts that had to be sent again (503) | %d | %d |
        | CPU | %s | %s |

        """
                .formatted(
                        ALERTS,
                        WITHIN.toSeconds(),
                        seconds(ours.first),
                        seconds(theirs.first),
                        accounting(ours),
                        accounting(theirs),
                        ours.messages,
                        ours.edits,
                        theirs.messages,
                        theirs.edits,
                        ours.tooMuch,
                        theirs.tooMuch,
                        ours.refused,
                        theirs.refused,
                        seconds(ours.cpu),
                        seconds(theirs.cpu));
    }

    private static String accounting(Toll toll) {
        return toll.all
                .map(StormBeside::seconds)
                .orElseGet(() ->
                        String.format(
                                Locale.ROOT,
                                "%,d of them after %d min",
                                toll.accounted,
                                WATCHED.toMinutes()));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1_000.0);
    }

    private static Toll stormed(Path folder, Program program) throws Exception {
        PlaygroundSettings settings = PlaygroundSettings.onPort(0).withoutWorld();
        try (Playground playground = Playground.start(settings, InstantSource.system())) {
            StormBeside storm = new StormBeside(playground);
            try (Running running = program.start(storm.chats, folder)) {
                return storm.of(running);
            }
        }
    }

    private Toll of(Running running) throws Exception {
        Duration before = running.process().cpu();
        long begun = System.nanoTime();
        Optional<Duration> first = Optional.empty();
        Optional<Duration> all = Optional.empty();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> posted = each.submit(() -> post(running, begun));
            while (all.isEmpty() && since(begun).compareTo(WITHIN.plus(WATCHED)) < 0) {
                int accounted = accounted();
                if (accounted > 0 && first.isEmpty()) {
                    first = Optional.of(since(begun));
                }
                if (accounted >= ALERTS && posted.isDone()) {
                    all = Optional.of(since(begun).minus(WITHIN));
                }
                Thread.sleep(50);
            }
            posted.get();
        }
        List<MessageHistory> histories = histories();
        return new Toll(
                first.orElseThrow(),
                all.map(it -> it.isNegative() ? Duration.ZERO : it),
                accounted(),
                histories.size(),
                histories.stream().mapToInt(it -> it.versions().size() - 1).sum(),
                playground.cloud().refusedAsTooMuch(),
                running.posts().refused().get(),
                running.process().cpu().minus(before));
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /// Evenly; whoever answers late is not waited for.
    private static Void post(Running running, long begun) throws Exception {
        List<Future<Instant>> posts = new ArrayList<>();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < ALERTS; number += TOGETHER) {
                long due = WITHIN.toNanos() * number / ALERTS - since(begun).toNanos();
                Thread.sleep(Duration.ofNanos(Math.max(0, due)));
                List<String> names =
                        IntStream.range(number, number + TOGETHER)
                                .mapToObj("Storm%04d"::formatted)
                                .toList();
                posts.add(each.submit(() -> running.posts().post(names, ManyChats.name(0))));
            }
        }
        for (Future<Instant> taken : posts) {
            taken.get();
        }
        return null;
    }

    /// How many alerts can be read in the chat: by name in messages of their own, and as a count in the card
    /// of a storm. That counts none again here, where no alert changes after it was told.
    private int accounted() {
        Set<String> named = new HashSet<>();
        int counted = 0;
        for (Message message : playground.cloud().messages(chat)) {
            Matcher count = COUNTED.matcher(message.text());
            if (count.find()) {
                counted = Math.max(counted, Integer.parseInt(count.group(1)));
            } else {
                NAMED.matcher(message.text()).results().forEach(name -> named.add(name.group()));
            }
        }
        return named.size() + counted;
    }

    private List<MessageHistory> histories() {
        return playground.cloud().messages(chat).stream()
                .filter(message -> message.isFrom(playground.cloud().bot().id()))
                .flatMap(message -> playground.cloud().history(message.key()).stream())
                .toList();
    }
}
