package pikett.config.section;

import static pikett.config.shape.YamlNode.Type.TEXT;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import pikett.config.RunbookConfig.Step;
import pikett.config.shape.Durations;
import pikett.config.shape.Key;
import pikett.config.shape.Listed;
import pikett.config.shape.Reading;
import pikett.config.shape.Ruled;
import pikett.config.shape.Scalars;
import pikett.config.shape.Section;
import pikett.config.shape.Shape;
import pikett.config.shape.Variants;
import pikett.config.shape.YamlNode;

/// One act of a runbook: `run`, `restart` or `wait-healthy`.
final class StepShape {
    private static final Key<List<String>> RUN =
            Key.required(
                            "run",
                            new Ruled<>(
                                    new Listed<>(
                                            new Ruled<>(
                                                    CommandShapes.argument(),
                                                    StepShape::checkPlaceholders),
                                            1),
                                    StepShape::checkProgram),
                            "A command as an argument vector; '{name}' as a whole argument is a"
                                    + " parameter's value.")
                    .example(List.of("/opt/shop/recover.sh", "company", "{id}"));
    private static final Key<String> ON =
            Key.required("on", Scalars.nameOf(Kinds.HOST), "The host on which it runs.");
    private static final Key<Duration> TIMEOUT =
            Key.defaulting(
                    "timeout",
                    Durations.between("1s", "6h"),
                    TEXT,
                    "60s",
                    "After this time the command is ended on the host.");
    private static final Key<List<String>> RESTART =
            Key.required(
                    "restart",
                    new Listed<>(Scalars.nameOf(Kinds.SERVICE), 1),
                    "Services to restart, one after the other.");
    private static final Key<String> SERVICE =
            Key.required(
                    "service", Scalars.nameOf(Kinds.SERVICE), "The service that must be healthy.");
    private static final Key<Duration> WITHIN =
            Key.defaulting(
                    "within",
                    Durations.between("1s", "6h"),
                    TEXT,
                    "60s",
                    "How long that may take.");
    private static final Key<Step.WaitHealthy> WAIT_HEALTHY =
            Key.required(
                    "wait-healthy",
                    Section.of(
                            "Waits until a service is healthy, or fails.",
                            values -> new Step.WaitHealthy(values.get(SERVICE), values.get(WITHIN)),
                            SERVICE,
                            WITHIN),
                    "Waits until a service is healthy, or fails.");

    static final Shape<Step> STEP = new Variants<>("One act of a runbook.", sections());

    private StepShape() {}

    private static void checkProgram(List<String> vector, YamlNode node, Reading reading) {
        if (CommandShapes.PLACEHOLDER.matcher(vector.getFirst()).matches()) {
            reading.problem(
                    node.at(),
                    "what somebody types cannot be the program that is run",
                    "write the program, and the value as an argument behind it");
        }
    }

    private static void checkPlaceholders(String argument, YamlNode node, Reading reading) {
        Matcher whole = CommandShapes.PLACEHOLDER.matcher(argument);
        if (whole.matches()) {
            reading.refer(Kinds.PARAMETER, whole.group(1), node.at());
            return;
        }
        CommandShapes.PLACEHOLDER
                .matcher(argument)
                .results()
                .forEach(found ->
                        reading.problem(
                                node.at(),
                                "%s is inside a longer argument, where nothing is filled in"
                                        .formatted(found.group()),
                                "make it an argument of its own"));
    }

    private static Map<String, Section<? extends Step>> sections() {
        Map<String, Section<? extends Step>> sections = new LinkedHashMap<>();
        sections.put(
                "run",
                Section.of(
                        "Runs a command on a host.",
                        values ->
                                new Step.Run(values.get(RUN), values.get(ON), values.get(TIMEOUT)),
                        RUN,
                        ON,
                        TIMEOUT));
        sections.put(
                "restart",
                Section.of(
                        "Restarts services.",
                        values -> new Step.Restart(values.get(RESTART)),
                        RESTART));
        sections.put(
                "wait-healthy",
                Section.of(
                        "Waits until a service is healthy.",
                        values -> values.get(WAIT_HEALTHY),
                        WAIT_HEALTHY));
        return Collections.unmodifiableMap(sections);
    }
}
