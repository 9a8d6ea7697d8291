package pikett.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A procedure of `/recover`.
///
/// @param title what people read, by language; English is always there
/// @param role the least role that may run it
/// @param confirm whether the person must confirm
/// @param approveBy how many distinct persons must agree, the requester counted; 1 for nobody else
/// @param parameters typed arguments in the order of the file, by name
/// @param before acts that must succeed before the first step
/// @param steps the acts themselves
/// @param after acts that prove that it worked
public record RunbookConfig(
        Map<Language, String> title,
        Role role,
        boolean confirm,
        int approveBy,
        Map<String, Parameter> parameters,
        List<Step> before,
        List<Step> steps,
        List<Step> after) {
    /// Whether the person may start it, and agree to it. Of a person who is bound to services every act
    /// must be about one of them; nobody can tell what a command is about.
    public boolean isOpenTo(PersonConfig person) {
        return person.role().atLeast(role)
                && (!person.isBound()
                        || Stream.of(before, steps, after)
                                .flatMap(List::stream)
                                .allMatch(step -> isWithin(step, person)));
    }

    private static boolean isWithin(Step step, PersonConfig person) {
        return switch (step) {
            case Step.Run _ -> false;
            case Step.Restart(List<String> services) ->
                    services.stream().allMatch(person::mayActOn);
            case Step.WaitHealthy(String service, Duration _) -> person.mayActOn(service);
        };
    }

    /// An argument that a person gives.
    ///
    /// @param pattern the whole value must match it
    /// @param example shown to the person who must type one
    public record Parameter(Pattern pattern, Optional<String> example) {}

    /// One act of a runbook.
    public sealed interface Step {
        /// Runs an argument vector on a host; `{name}` as a whole element is the parameter's value.
        record Run(List<String> command, String host, Duration timeout) implements Step {}

        /// Restarts services, one after the other.
        record Restart(List<String> services) implements Step {}

        /// Waits until a service is healthy, or fails.
        record WaitHealthy(String service, Duration within) implements Step {}
    }
}
