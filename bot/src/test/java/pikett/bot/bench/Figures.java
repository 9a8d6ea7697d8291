package pikett.bot.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// What was measured. Filled by one thread.
final class Figures {
    Duration firstPoll = Duration.ZERO;
    Duration firstAnswer = Duration.ZERO;
    long idleFresh;
    long idleUsed;
    BenchedBot.Status connecting =
            new BenchedBot.Status(Duration.ZERO, Duration.ZERO, Duration.ZERO);
    final List<Round> rounds = new ArrayList<>();

    /// All ways once, one after the other.
    record Round(
            BenchedBot.Status pikett,
            SshFleet.Took overShared,
            SshFleet.Took aloneOverShared,
            SshFleet.Took separate) {}

    String asMarkdown(int hosts) {
        return """
        | %d hosts, %d rounds | median | from | to |
        |---|---|---|---|
        %s%s%s%s%s%s%s%s
        | In each round | median | from | to |
        |---|---|---|---|
        %s%s
        | Once | |
        |---|---|
        | /status while all connections are being opened: last part | %d ms |
        | the same: CPU of Pikett | %d ms |
        | start of the process to the first poll | %d ms |
        | start of the process to the first answer in the chat | %d ms |
        | resident memory, idle after the start | %d MB |
        | resident memory, idle after all this, %d connections open | %d MB |
        """
                .formatted(
                        hosts,
                        rounds.size(),
                        millis("Pikett, /status: first part in the chat", it -> it.pikett.first()),
                        millis("Pikett, /status: last part in the chat", it -> it.pikett.last()),
                        millis("Pikett, /status: CPU", it -> it.pikett.cpu()),
                        millis(
                                "`ssh` at once over shared connections: the slowest",
                                it -> it.overShared.wall()),
                        millis("the same: CPU of the clients", it -> it.overShared.cpu()),
                        millis(
                                "`ssh`, one alone over a shared connection",
                                it -> it.aloneOverShared.wall()),
                        millis(
                                "`ssh` at once, each its own connection: the slowest",
                                it -> it.separate.wall()),
                        millis("the same: CPU of the clients", it -> it.separate.cpu()),
                        row(
                                "last part / slowest `ssh` over a shared connection",
                                it -> ratio(it.pikett.last(), it.overShared.wall()),
                                "%.2f"),
                        row(
                                "CPU of Pikett / CPU of separate `ssh`",
                                it -> ratio(it.pikett.cpu(), it.separate.cpu()),
                                "%.3f"),
                        connecting.last().toMillis(),
                        connecting.cpu().toMillis(),
                        firstPoll.toMillis(),
                        firstAnswer.toMillis(),
                        idleFresh,
                        hosts,
                        idleUsed);
    }

    private String millis(String what, Function<Round, Duration> figure) {
        return row(what, round -> figure.apply(round).toMillis(), "%.0f ms");
    }

    private String row(String what, ToDoubleFunction<Round> figure, String format) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return "| %s | %s | %s | %s |%n"
                .formatted(
                        what,
                        String.format(Locale.ROOT, format, sorted[sorted.length / 2]),
                        String.format(Locale.ROOT, format, sorted[0]),
                        String.format(Locale.ROOT, format, sorted[sorted.length - 1]));
    }

    private static double ratio(Duration one, Duration other) {
        return (double) one.toNanos() / other.toNanos();
    }
}
