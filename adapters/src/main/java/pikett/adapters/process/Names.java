package pikett.adapters.process;

import java.util.Optional;
import java.util.regex.Pattern;

/// Which names may be handed to a supervisor's program: those that can mean nothing but one program.
final class Names {
    private static final int LONGEST = 255;

    /// The characters of unit names; patterns (`*?[`) and options (`-x`) are not among them.
    private static final Pattern UNIT = Pattern.compile("[A-Za-z0-9_.:@][A-Za-z0-9_.:@\\\\-]*");

    /// The characters of container names, which are also those of container ids.
    private static final Pattern CONTAINER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");

    private Names() {}

    /// Why it cannot be the name of a systemd unit.
    static Optional<String> unitProblem(String unit) {
        return problem(unit, UNIT, "systemd unit", "letters, digits and _ . : @ \\ -");
    }

    /// Why it cannot be the name of a container.
    static Optional<String> containerProblem(String container) {
        return problem(container, CONTAINER, "container", "letters, digits and _ . -");
    }

    private static Optional<String> problem(
            String name, Pattern allowed, String what, String characters) {
        if (name.length() <= LONGEST && allowed.matcher(name).matches()) {
            return Optional.empty();
        }
        return Optional.of(
                Spoken.name(name)
                        + " cannot be the name of a "
                        + what
                        + ": at most "
                        + LONGEST
                        + " "
                        + characters
                        + ", and no - at the start");
    }
}
