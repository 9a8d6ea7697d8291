package pikett.bot.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pikett.playground.Playground;
import pikett.playground.PlaygroundSettings;
import pikett.playground.telegram.MessageHistory;
import pikett.playground.telegram.message.ChatId;
import pikett.playground.telegram.message.Message;

/// A storm: every one of many checks fails within a short time, and the chat takes no more than Telegram
/// lets it.
final class StormBench {
    private static final Pattern OF_STORM = Pattern.compile("🔴 ([0-9]+)  ");
    private static final Pattern OF_ONE = Pattern.compile("^🔴 c[0-9]+ fails");
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Playground playground;
    private final ChatId ops;

    private StormBench(Playground playground) {
        this.playground = playground;
        this.ops = playground.cast().ops().id();
    }

    static String measure(Path folder, int alerts, Duration within) throws Exception {
        try (Playground playground =
                        Playground.start(
                                PlaygroundSettings.onPort(0).withoutWorld(),
                                InstantSource.system());
                CheckedWeb web = new CheckedWeb(folder, playground, alerts, within)) {
            web.awaitLooks(1);
            return new StormBench(playground).measure(web);
        }
    }

    private String measure(CheckedWeb web) throws Exception {
        Duration before = web.bot.cpu();
        Instant begun = Instant.now();
        web.farm.answer(500);
        Duration first = until(begun, () -> accounted() > 0);
        Duration all = until(begun, () -> accounted() >= web.checks);
        return """
        | %,d distinct alerts within %d s | |
        |---|---|
        | from the first failure to the first critical in the chat | %.1f s |
        | from the last failure to the chat accounting for every alert | %.1f s |
        | messages / edits in the chat | %d / %d |
        | told by Telegram to send less (429) | %d |
        | CPU of Pikett | %.1f s |
        | resident memory | %d MB |

        """
                .formatted(
                        web.checks,
                        web.every.toSeconds(),
                        first.toMillis() / 1000.0,
                        Math.max(0, all.minus(web.every).toMillis() / 1000.0),
                        histories().size(),
                        histories().stream().mapToInt(it -> it.versions().size() - 1).sum(),
                        playground.cloud().refusedAsTooMuch(),
                        web.bot.cpu().minus(before).toMillis() / 1000.0,
                        web.bot.residentMegabytes());
    }

    private interface Question {
        boolean holds();
    }

    private static Duration until(Instant begun, Question question) throws InterruptedException {
        while (!question.holds()) {
            if (Instant.now().isAfter(begun.plus(PATIENCE))) {
                throw new IllegalStateException("the chat does not account for every alert");
            }
            Thread.sleep(50);
        }
        return Duration.between(begun, Instant.now());
    }

    /// How many alerts can be read in the chat: in cards of their own, or as a count in that of the storm,
    /// which may count those again.
    private int accounted() {
        int own = 0;
        int storm = 0;
        for (Message message : playground.cloud().messages(ops)) {
            Matcher counted = OF_STORM.matcher(message.text());
            if (counted.find()) {
                storm = Math.max(storm, Integer.parseInt(counted.group(1)));
            } else if (OF_ONE.matcher(message.text()).find()) {
                own++;
            }
        }
        return Math.max(own, storm);
    }

    private List<MessageHistory> histories() {
        return playground.cloud().messages(ops).stream()
                .filter(message -> message.isFrom(playground.cloud().bot().id()))
                .flatMap(message -> playground.cloud().history(message.key()).stream())
                .toList();
    }
}
