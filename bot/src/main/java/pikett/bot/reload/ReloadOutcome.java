package pikett.bot.reload;

import java.util.List;
import java.util.stream.Collectors;
import pikett.config.Problem;
import pikett.config.file.ConfigDifference;

/// What came of loading the configuration anew. In all cases but the first the old one stays, whole.
public sealed interface ReloadOutcome {
    /// It is followed from now on.
    record Followed(ConfigDifference difference) implements ReloadOutcome {}

    /// It is the same.
    record Same() implements ReloadOutcome {}

    /// It has mistakes.
    record Mistaken(List<Problem> problems) implements ReloadOutcome {
        public Mistaken {
            problems = List.copyOf(problems);
        }
    }

    /// Something is different that cannot change while Pikett runs.
    ///
    /// @param keys such as `storage.url`
    record NeedsRestart(List<String> keys) implements ReloadOutcome {
        public NeedsRestart {
            keys = List.copyOf(keys);
        }
    }

    /// It went wrong inside, or the database was away; the log says why.
    record Failed() implements ReloadOutcome {}

    /// For the log and the audit, in a few words.
    default String english() {
        return switch (this) {
            case Followed(ConfigDifference difference) ->
                    difference.changes().stream()
                            .map(change ->
                                    "%s %s"
                                            .formatted(
                                                    change.place(), change.name().orElse("itself"))
                                            .strip())
                            .collect(Collectors.joining(", ", "followed, changed: ", ""));
            case Same _ -> "nothing is different";
            case Mistaken(var problems) -> "refused, mistakes: %d".formatted(problems.size());
            case NeedsRestart(var keys) -> "refused, needs a restart: " + String.join(", ", keys);
            case Failed _ -> "failed";
        };
    }
}
