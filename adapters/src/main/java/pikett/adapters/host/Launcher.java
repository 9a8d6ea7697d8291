package pikett.adapters.host;

import java.util.List;
import java.util.Optional;
import pikett.adapters.reason.Reason;

/// Tells a program that could not be started from one that ran and ended with the same status.
///
/// Shells and `timeout` use 126 and 127 for the first, but a script may end with them too, after it
/// has done half of its work. So the status alone is no proof that nothing ran.
public final class Launcher {
    /// What our own start line calls itself in its messages.
    public static final String NAME = "pikett";

    private static final List<String> LAUNCHERS =
            List.of(NAME + ": ", "timeout: ", "env: ", "/usr/bin/env: ");

    private Launcher() {}

    /// Why nothing was started, or nothing if the program ran: the status is one of a launcher, there
    /// is no output, and all the error output is one launcher's (ours, `timeout`, or the `env` of a
    /// script's first line).
    public static Optional<Reason> failure(int exitCode, Output output) {
        List<String> complaint = output.error().strip().lines().toList();
        boolean launcherStatus = exitCode == 126 || exitCode == 127;
        if (!launcherStatus || !output.standard().isEmpty() || complaint.isEmpty()) {
            return Optional.empty();
        }
        return LAUNCHERS.stream()
                .filter(launcher -> complaint.stream().allMatch(line -> line.startsWith(launcher)))
                .findFirst()
                .map(launcher -> Reason.told(withoutPosition(complaint.getFirst(), launcher)));
    }

    private static String withoutPosition(String complaint, String launcher) {
        return complaint
                .substring(launcher.length())
                .replaceFirst("^(?:line )?[0-9]+: ", "")
                .replaceFirst("^exec: ", "");
    }
}
