package pikett.adapters.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// Reads what `pm2 jlist` prints: a JSON array, with banners and advice before and after it.
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
        return Optional.of(List.copyOf(all));
    }

    private static Optional<Pm2Process> process(PickedFields fields) {
        Optional<String> name = fields.text("name");
        Optional<String> status = fields.text("pm2_env.status");
        OptionalLong id = fields.whole("pm_id");
        if (name.isEmpty() || status.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        OptionalLong killTimeout = fields.whole("pm2_env.kill_timeout");
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
                        fields.number("monit.cpu"),
                        fields.whole("monit.memory"),
                        fields.text("pm2_env.pm_out_log_path"),
                        fields.text("pm2_env.pm_err_log_path")));
    }

    private static OptionalInt exitCode(PickedFields fields) {
        OptionalLong code = fields.whole("pm2_env.exit_code");
        return code.isPresent() ? OptionalInt.of((int) code.getAsLong()) : OptionalInt.empty();
    }

    private static Optional<Instant> instant(PickedFields fields, String path) {
        OptionalLong millis = fields.whole(path);
        return millis.isPresent()
                ? Optional.of(Instant.ofEpochMilli(millis.getAsLong()))
                : Optional.empty();
    }
}
