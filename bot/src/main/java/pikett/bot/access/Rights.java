package pikett.bot.access;

import java.util.Optional;
import pikett.config.Role;

/// What a person may do to a service, beyond the role that a command asks for. Pure.
public final class Rights {
    private Rights() {}

    /// Why the person may not do this to the service; empty when they may.
    ///
    /// @param command for the answer: what was asked for
    /// @param needed the least role for it
    public static Optional<Verdict> refusal(
            Person person, String command, Role needed, String service) {
        if (!person.config().role().atLeast(needed)) {
            return Optional.of(new Verdict.NotPermitted(person, command, needed));
        }
        return person.config().mayActOn(service)
                ? Optional.empty()
                : Optional.of(new Verdict.NotYourService(person, service));
    }

    /// Whether the person may do this to the service: what decides whether a button is shown.
    public static boolean may(Person person, Role needed, String service) {
        return refusal(person, "", needed, service).isEmpty();
    }
}
