package pikett.adapters.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// Reads what `pm2 jlist` prints: a JSON array, with banners and advice before and after it.
///
/// A list in which a number of a process is none, or stands twice, is no list: whoever acts on such a
/// number could hit another program. Any other value that cannot be true is as good as absent.
final class Pm2List {
    private static final Set<String> FIELDS =
            Set.of(
                    "name",
                    "pm_id",
                    "monit.memory",
                    "monit.cpu",
                    "pm2_env.status",
                    "pm2_env.pm_uptime",
                    "pm2_env.created_at",
                    "pm2_env.restart_time",
                    "pm2_env.unstable_restarts",
                    "pm2_env.exit_code",
                    "pm2_env.kill_timeout",
                    "pm2_env.pm_out_log_path",
                    "pm2_env.pm_err_log_path");

    /// The end of the year 2099, in milliseconds.
    private static final long LATEST = 4_102_444_799_999L;

    private static final long LONGEST_KILL_TIMEOUT = Duration.ofHours(1).toMillis();
    private static final long MOST_MEMORY = 1L << 50;
    private static final double MOST_CPU = 1_000_000;
    private static final Duration USUAL_KILL_TIMEOUT = Duration.ofMillis(1600);

    /// A banner has a few brackets of its own; a text with more false starts than this is no list.
    private static final int MOST_FALSE_STARTS = 50;

    private Pm2List() {}

    /// The processes; empty when the text holds no complete list of them.
    static Optional<List<Pm2Process>> parse(String printed) {
        int falseStarts = 0;
        for (int at = printed.indexOf('[');
                at >= 0 && falseStarts <= MOST_FALSE_STARTS;
                at = printed.indexOf('[', at + 1)) {
            if (!looksLikeList(printed, at)) {
                continue;
            }
            Optional<List<Pm2Process>> list =
                    PickedFields.ofArray(printed, at, FIELDS).flatMap(Pm2List::processes);
            if (list.filter(processes -> !processes.isEmpty()).isPresent()) {
                return list;
            }
            falseStarts++;
        }
        return hasEmptyList(printed) ? Optional.of(List.of()) : Optional.empty();
    }

    /// An empty list stands alone on its line: a process has empty lists inside, and a cut-off list must
    /// not look like none.
    private static boolean hasEmptyList(String printed) {
        return printed.lines().anyMatch(line -> line.strip().equals("[]"));
    }

    private static boolean looksLikeList(String printed, int at) {
        int next = at + 1;
        while (next < printed.length() && Character.isWhitespace(printed.charAt(next))) {
            next++;
        }
        return next < printed.length() && printed.charAt(next) == '{';
    }

    private static Optional<List<Pm2Process>> processes(List<PickedFields> objects) {
        List<Pm2Process> all = new ArrayList<>();
        for (PickedFields fields : objects) {
            Optional<Pm2Process> process = process(fields);
            if (process.isEmpty()) {
                return Optional.empty();
            }
            all.add(process.get());
        }
        long distinct = all.stream().mapToLong(Pm2Process::id).distinct().count();
        return distinct == all.size() ? Optional.of(List.copyOf(all)) : Optional.empty();
    }

    private static Optional<Pm2Process> process(PickedFields fields) {
        Optional<String> name = fields.text("name");
        Optional<String> status = fields.text("pm2_env.status");
        OptionalLong id = within(fields, "pm_id", Integer.MAX_VALUE);
        if (name.isEmpty() || status.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        OptionalLong killTimeout = within(fields, "pm2_env.kill_timeout", LONGEST_KILL_TIMEOUT);
        return Optional.of(
                new Pm2Process(
                        id.getAsLong(),
                        name.get(),
                        status.get(),
                        instant(fields, "pm2_env.pm_uptime"),
                        instant(fields, "pm2_env.created_at"),
                        fields.count("pm2_env.restart_time"),
                        fields.count("pm2_env.unstable_restarts").orElse(0),
                        exitCode(fields),
                        killTimeout.isPresent()
                                ? Duration.ofMillis(killTimeout.getAsLong())
                                : USUAL_KILL_TIMEOUT,
                        cpu(fields),
                        within(fields, "monit.memory", MOST_MEMORY),
                        fields.text("pm2_env.pm_out_log_path"),
                        fields.text("pm2_env.pm_err_log_path")));
    }

    private static OptionalLong within(PickedFields fields, String path, long most) {
        OptionalLong number = fields.whole(path);
        return number.isPresent() && number.getAsLong() >= 0 && number.getAsLong() <= most
                ? number
                : OptionalLong.empty();
    }

    private static OptionalDouble cpu(PickedFields fields) {
        OptionalDouble percent = fields.number("monit.cpu");
        return percent.isPresent()
                        && percent.getAsDouble() >= 0
                        && percent.getAsDouble() <= MOST_CPU
                ? percent
                : OptionalDouble.empty();
    }

    private static OptionalInt exitCode(PickedFields fields) {
        OptionalLong code = within(fields, "pm2_env.exit_code", Integer.MAX_VALUE);
        return code.isPresent() ? OptionalInt.of((int) code.getAsLong()) : OptionalInt.empty();
    }

    private static Optional<Instant> instant(PickedFields fields, String path) {
        OptionalLong millis = within(fields, path, LATEST);
        return millis.isPresent()
                ? Optional.of(Instant.ofEpochMilli(millis.getAsLong()))
                : Optional.empty();
    }
}
