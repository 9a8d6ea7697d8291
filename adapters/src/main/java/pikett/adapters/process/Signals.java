package pikett.adapters.process;

import java.util.Map;

/// Names of the signals that end programs, as Linux numbers them.
final class Signals {
    private static final Map<Long, String> NAMES =
            Map.ofEntries(
                    Map.entry(1L, "HUP"),
                    Map.entry(2L, "INT"),
                    Map.entry(3L, "QUIT"),
                    Map.entry(4L, "ILL"),
                    Map.entry(5L, "TRAP"),
                    Map.entry(6L, "ABRT"),
                    Map.entry(7L, "BUS"),
                    Map.entry(8L, "FPE"),
                    Map.entry(9L, "KILL"),
                    Map.entry(11L, "SEGV"),
                    Map.entry(13L, "PIPE"),
                    Map.entry(14L, "ALRM"),
                    Map.entry(15L, "TERM"),
                    Map.entry(24L, "XCPU"),
                    Map.entry(31L, "SYS"));

    private Signals() {}

    /// `KILL` for 9; the number itself where it has no common name.
    static String name(long number) {
        return NAMES.getOrDefault(number, Long.toString(number));
    }
}
