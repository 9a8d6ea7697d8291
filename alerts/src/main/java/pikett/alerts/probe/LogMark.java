package pikett.alerts.probe;

import java.util.ArrayList;
import java.util.List;

/// Where the last look at a stream of a log ended: at these lines, oldest first.
record LogMark(List<String> lines) {
    /// So many lines in a row that stand in both do so because they are the same.
    private static final int SURE = 3;

    /// No line holds it.
    private static final String BETWEEN = "\n";

    LogMark {
        lines = List.copyOf(lines);
    }

    /// How many of the lines that are there now were there at the last look.
    ///
    /// What is there now begins with lines of the last look, unless something stands before them that
    /// changes. Of several ways to lay one over the other that with the fewest new lines is taken; behind
    /// something that changes the longest way, and of those alike the first. Nothing in common means that
    /// the log was begun anew, or that more lines came than are read: all are new.
    int seenOf(List<String> now) {
        int[] common = commonEnds(now);
        for (int end = now.size(); end > 0; end--) {
            if (common[end] == end) {
                return end;
            }
        }
        int best = 0;
        for (int end = 1; end <= now.size(); end++) {
            if (common[end] >= SURE && common[end] > common[best]) {
                best = end;
            }
        }
        return best;
    }

    /// For each number of lines that are there now: how many of their last ones are the last ones of the
    /// mark too. Takes time in proportion to the lines (the Z function, over both turned round).
    private int[] commonEnds(List<String> now) {
        List<String> all = new ArrayList<>(lines.reversed());
        all.add(BETWEEN);
        all.addAll(now.reversed());
        int[] lengths = new int[all.size()];
        int left = 0;
        int right = 0;
        for (int at = 1; at < all.size(); at++) {
            int length = at < right ? Math.min(right - at, lengths[at - left]) : 0;
            while (at + length < all.size() && all.get(length).equals(all.get(at + length))) {
                length++;
            }
            lengths[at] = length;
            if (at + length > right) {
                left = at;
                right = at + length;
            }
        }
        int[] common = new int[now.size() + 1];
        for (int end = 1; end <= now.size(); end++) {
            common[end] = lengths[all.size() - end];
        }
        return common;
    }
}
