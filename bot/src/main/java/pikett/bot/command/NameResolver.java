package pikett.bot.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import pikett.bot.card.Names;

/// Finds what a person means by a name, or a button by its alias. Pure.
public final class NameResolver {
    /// Longer input is no name; it is not even compared.
    private static final int LONGEST = 200;

    private static final int SUGGESTIONS = 3;

    private NameResolver() {}

    /// The name that is meant: as it is, else in another case, else as the beginning of one name, else as
    /// the beginning of one of its parts.
    public static NameMatch resolve(String typed, Collection<String> names) {
        if (names.contains(typed)) {
            return new NameMatch.Found(typed);
        }
        if (typed.isBlank() || typed.length() > LONGEST) {
            return new NameMatch.Missing(List.of());
        }
        String wanted = typed.toLowerCase(Locale.ROOT);
        List<Predicate<String>> ways =
                List.of(
                        name -> Names.alias(name).equals(typed),
                        name -> name.toLowerCase(Locale.ROOT).equals(wanted),
                        name -> name.toLowerCase(Locale.ROOT).startsWith(wanted),
                        name -> hasPartThatStarts(name.toLowerCase(Locale.ROOT), wanted));
        for (Predicate<String> way : ways) {
            List<String> found = names.stream().filter(way).sorted().toList();
            if (found.size() == 1) {
                return new NameMatch.Found(found.getFirst());
            }
            if (found.size() > 1) {
                return new NameMatch.Ambiguous(found);
            }
        }
        return new NameMatch.Missing(suggestions(wanted, names));
    }

    private static boolean hasPartThatStarts(String name, String wanted) {
        for (int at = 1; at < name.length(); at++) {
            if (!Character.isLetterOrDigit(name.charAt(at - 1)) && name.startsWith(wanted, at)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> suggestions(String wanted, Collection<String> names) {
        int near = Math.max(1, wanted.length() / 3);
        Map<String, Integer> distances = new TreeMap<>();
        for (String name : names) {
            int distance = distance(wanted, name.toLowerCase(Locale.ROOT));
            if (distance <= near) {
                distances.put(name, distance);
            }
        }
        return distances.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getValue))
                .limit(SUGGESTIONS)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableList());
    }

    /// How many characters must be put in, left out, replaced or swapped with their neighbour.
    static int distance(String from, String to) {
        int[][] rows = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : step(rows, from, to, i, j);
            }
        }
        return rows[from.length()][to.length()];
    }

    private static int step(int[][] rows, String from, String to, int i, int j) {
        int same = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int best =
                Math.min(rows[i - 1][j - 1] + same, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        boolean swapped =
                i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
    }
}
