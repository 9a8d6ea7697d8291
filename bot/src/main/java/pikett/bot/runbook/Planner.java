package pikett.bot.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pikett.config.HostConfig;
import pikett.config.PikettConfig;
import pikett.config.Role;
import pikett.config.RunbookConfig;
import pikett.config.RunbookConfig.Step;
import pikett.config.ServiceConfig;

/// Turns what a person asked for into a plan. Pure.
public final class Planner {
    private final Supplier<PikettConfig> now;

    /// @param now the configuration of this moment
    public Planner(Supplier<PikettConfig> now) {
        this.now = now;
    }

    /// With one that stays.
    public Planner(PikettConfig config) {
        this(() -> config);
    }

    /// What came of it.
    public sealed interface Outcome {
        /// It can be done.
        record Planned(Plan plan) implements Outcome {}

        /// The values given do not fit the runbook's parameters.
        ///
        /// @param parameter the first parameter without a value, or whose value does not match
        /// @param value what was given for it
        record Misfit(
                String runbook, String parameter, Optional<String> value, Optional<String> example)
                implements Outcome {}

        /// More values were given than there are parameters.
        record TooMany(String runbook, int expected) implements Outcome {}

        /// There is no such service or runbook (any more).
        record Absent(String name) implements Outcome {}
    }

    /// Restarting a service and seeing that it is healthy.
    public Outcome restart(String service) {
        ServiceConfig config = now.get().services().get(service);
        if (config == null) {
            return new Outcome.Absent(service);
        }
        return new Outcome.Planned(
                new Plan(
                        Plan.Kind.RESTART,
                        service,
                        Map.of(),
                        List.of(),
                        Role.OPERATOR,
                        true,
                        1,
                        List.of(),
                        List.of(new PlannedStep.Restart(service)),
                        List.of(new PlannedStep.WaitHealthy(service, config.healthyWithin()))));
    }

    /// A runbook with the values that a person gave, in the order of its parameters.
    public Outcome runbook(String name, List<String> values) {
        RunbookConfig runbook = now.get().runbooks().get(name);
        if (runbook == null) {
            return new Outcome.Absent(name);
        }
        List<Plan.Argument> arguments = new ArrayList<>();
        for (Map.Entry<String, RunbookConfig.Parameter> parameter :
                runbook.parameters().entrySet()) {
            Optional<String> value = values.stream().skip(arguments.size()).findFirst();
            if (value.isEmpty() || !acceptable(parameter.getValue(), value.get())) {
                return new Outcome.Misfit(
                        name, parameter.getKey(), value, parameter.getValue().example());
            }
            arguments.add(new Plan.Argument(parameter.getKey(), value.get()));
        }
        if (values.size() > arguments.size()) {
            return new Outcome.TooMany(name, arguments.size());
        }
        return new Outcome.Planned(plan(name, runbook, arguments));
    }

    /// What a runbook would do, before anybody gave values for its parameters: enough to see who may run
    /// it.
    public Plan outline(String name, RunbookConfig runbook) {
        return plan(name, runbook, List.of());
    }

    private static Plan plan(String name, RunbookConfig runbook, List<Plan.Argument> arguments) {
        return new Plan(
                Plan.Kind.RUNBOOK,
                name,
                runbook.title(),
                arguments,
                runbook.role(),
                runbook.confirm(),
                runbook.approveBy(),
                planned(runbook.before(), arguments),
                planned(runbook.steps(), arguments),
                planned(runbook.after(), arguments));
    }

    /// The same plan made anew from today's configuration, to see whether it is still the same.
    public Outcome again(Plan plan) {
        return switch (plan.kind()) {
            case RESTART -> restart(plan.name());
            case RUNBOOK ->
                    runbook(
                            plan.name(),
                            plan.arguments().stream().map(Plan.Argument::value).toList());
        };
    }

    /// Stands for the plan and for what its names mean now: which process on which machine. Who agrees
    /// to a plan agrees to that, and not to whatever bears the name later.
    String fingerprint(Plan plan) {
        List<String> touched = new ArrayList<>();
        for (PlannedStep step : plan.sequence()) {
            switch (step) {
                case PlannedStep.Run(String host, var _, var _) -> touched.add(reached(host));
                case PlannedStep.Restart(String service) -> touched.add(reachedService(service));
                case PlannedStep.WaitHealthy(String service, var _) ->
                        touched.add(reachedService(service));
            }
        }
        return PlanJson.fingerprint(plan, touched);
    }

    private String reachedService(String name) {
        ServiceConfig service = now.get().services().get(name);
        return service == null ? "" : service + " " + reached(service.host());
    }

    private String reached(String name) {
        HostConfig host = now.get().hosts().get(name);
        return host instanceof HostConfig.Ssh ssh && ssh.jump().isPresent()
                ? host + " " + now.get().hosts().get(ssh.jump().get())
                : String.valueOf(host);
    }

    /// A value that starts with a dash would be read as an option by the program that gets it.
    private static boolean acceptable(RunbookConfig.Parameter parameter, String value) {
        return !value.startsWith("-")
                && value.chars().noneMatch(Character::isISOControl)
                && parameter.pattern().matcher(value).matches();
    }

    private static List<PlannedStep> planned(List<Step> steps, List<Plan.Argument> arguments) {
        return steps.stream().flatMap(step -> planned(step, arguments)).toList();
    }

    private static Stream<PlannedStep> planned(Step step, List<Plan.Argument> arguments) {
        return switch (step) {
            case Step.Run(List<String> command, String host, var timeout) ->
                    Stream.of(
                            new PlannedStep.Run(
                                    host,
                                    command.stream().map(word -> filled(word, arguments)).toList(),
                                    timeout));
            case Step.Restart(List<String> services) ->
                    services.stream().map(PlannedStep.Restart::new);
            case Step.WaitHealthy(String service, var within) ->
                    Stream.of(new PlannedStep.WaitHealthy(service, within));
        };
    }

    /// Only a whole element is a parameter, so that no value is ever pasted into other text.
    private static String filled(String word, List<Plan.Argument> arguments) {
        return arguments.stream()
                .filter(argument -> word.equals("{" + argument.name() + "}"))
                .map(Plan.Argument::value)
                .findFirst()
                .orElse(word);
    }
}
