package pikett.config.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pikett.config.Problem;
import pikett.config.Secret;
import pikett.config.Surroundings;

/// What one pass over a file has found so far.
final class Findings {
    /// Shorter secrets would be found by chance in every other word.
    private static final int SHORTEST_SECRET = 4;

    final Surroundings surroundings;
    final Names names = new Names();
    final List<Secret> secrets = new ArrayList<>();
    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String> uniques = new HashMap<>();

    Findings(String file, Surroundings surroundings) {
        this.file = file;
        this.surroundings = surroundings;
    }

    void problem(Position at, String what, String wayOut) {
        problems.add(new Problem(file, at.line(), at.column(), what, wayOut));
    }

    /// Where the value stands already.
    Optional<String> unique(String noun, String value, String path, Position at) {
        return Optional.ofNullable(
                uniques.putIfAbsent(noun + "=" + value, "%s (line %d)".formatted(path, at.line())));
    }

    List<Problem> conclude() {
        names.check(this);
        return problems.stream().map(this::withoutSecrets).sorted().distinct().toList();
    }

    private Problem withoutSecrets(Problem problem) {
        return new Problem(
                problem.file(),
                problem.line(),
                problem.column(),
                withoutSecrets(problem.what()),
                withoutSecrets(problem.wayOut()));
    }

    private String withoutSecrets(String text) {
        String shown = text;
        for (Secret secret : secrets) {
            if (secret.reveal().length() >= SHORTEST_SECRET) {
                shown = shown.replace(secret.reveal(), secret.toString());
            }
        }
        return shown;
    }
}
