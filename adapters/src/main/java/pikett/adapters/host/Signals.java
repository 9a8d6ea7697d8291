package pikett.adapters.host;

import java.util.Map;
import java.util.Optional;

/// The names of the signals that end programs.
public final class Signals {
    private static final Map<Integer, String> NAMES =
            Map.ofEntries(
                    Map.entry(1, "HUP"),
                    Map.entry(2, "INT"),
                    Map.entry(3, "QUIT"),
                    Map.entry(4, "ILL"),
                    Map.entry(5, "TRAP"),
                    Map.entry(6, "ABRT"),
                    Map.entry(7, "BUS"),
                    Map.entry(8, "FPE"),
                    Map.entry(9, "KILL"),
                    Map.entry(10, "USR1"),
                    Map.entry(11, "SEGV"),
                    Map.entry(12, "USR2"),
                    Map.entry(13, "PIPE"),
                    Map.entry(14, "ALRM"),
                    Map.entry(15, "TERM"));

    private Signals() {}

    /// The signal that a status of 128 and more stands for, by the convention of shells.
    public static Optional<String> ofStatus(int status) {
        return Optional.ofNullable(NAMES.get(status - 128));
    }
}
