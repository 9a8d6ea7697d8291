package pikett.config.shape;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds what a person most likely meant.
public final class Nearest {
    /// Longer words are no slips of a known one, and comparing them would cost time.
    private static final int LONGEST = 64;

    private Nearest() {}

    /// The candidate that differs from the word by a slip or two, or only by how its parts are joined.
    static Optional<String> to(String word, Collection<String> candidates) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = plain(word);
        int allowed = Math.clamp(plain.length() / 3, 1, 2);
        return candidates.stream()
                .filter(candidate -> distance(plain, plain(candidate)) <= allowed)
                .min(
                        Comparator.comparingInt(
                                        (String candidate) -> distance(plain, plain(candidate)))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /// The way out that names the nearest candidate, or else all of them.
    public static String wayOut(String word, Collection<String> candidates) {
        return to(word, candidates)
                .map(near -> "did you mean `" + near + "`?")
                .orElseGet(() ->
                        candidates.isEmpty()
                                ? "there is none to choose from yet"
                                : "known are: " + String.join(", ", candidates));
    }

    private static String plain(String word) {
        return word.replaceAll("[-_ .]", "").toLowerCase(Locale.ROOT);
    }

    /// How many letters must be put in, left out, changed or swapped with their neighbour.
    private static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int step(int[][] cost, String from, String to, int i, int j) {
        int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int best =
                Math.min(cost[i - 1][j - 1] + change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
                i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
