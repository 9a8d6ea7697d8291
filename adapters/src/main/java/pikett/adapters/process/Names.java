package pikett.adapters.process;

import java.util.Optional;
import java.util.regex.Pattern;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;

/// Which names may be handed to a supervisor's program: those that can mean nothing but one program.
final class Names {
    private static final int LONGEST = 255;

    /// The characters of unit names; patterns (`*?[`) and options (`-x`) are not among them.
    private static final Pattern UNIT = Pattern.compile("[A-Za-z0-9_.:@][A-Za-z0-9_.:@\\\\-]*");

    /// The characters of container names, which are also those of container ids.
    private static final Pattern CONTAINER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");

    private Names() {}

    /// Why it cannot be the name of a systemd unit.
    static Optional<Reason> unitProblem(String unit) {
        return problem(unit, UNIT, Cause.UNIT_NAME);
    }

    /// Why it cannot be the name of a container.
    static Optional<Reason> containerProblem(String container) {
        return problem(container, CONTAINER, Cause.CONTAINER_NAME);
    }

    private static Optional<Reason> problem(String name, Pattern allowed, Cause cause) {
        return name.length() <= LONGEST && allowed.matcher(name).matches()
                ? Optional.empty()
                : Optional.of(Reason.of(cause, Detail.text(Spoken.name(name))));
    }
}
