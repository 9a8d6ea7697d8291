package pikett.config.section;

import static pikett.config.shape.YamlNode.Type.BOOLEAN;
import static pikett.config.shape.YamlNode.Type.NUMBER;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import pikett.config.Language;
import pikett.config.Role;
import pikett.config.RunbookConfig;
import pikett.config.RunbookConfig.Parameter;
import pikett.config.RunbookConfig.Step;
import pikett.config.shape.Key;
import pikett.config.shape.Listed;
import pikett.config.shape.Named;
import pikett.config.shape.Reading;
import pikett.config.shape.Scalars;
import pikett.config.shape.Section;
import pikett.config.shape.Shape;
import pikett.config.shape.Values;

/// `runbooks`: the procedures of `/recover`.
final class RunbookSection {
    private static final Key<String> ENGLISH =
            title("en", "In English; shown where no other fits.");
    private static final Key<Optional<String>> GERMAN =
            Key.optional("de", Scalars.text("a title"), "In German.");
    private static final Key<Optional<String>> RUSSIAN =
            Key.optional("ru", Scalars.text("a title"), "In Russian.");
    private static final Key<Map<Language, String>> TITLE =
            Key.required(
                    "title",
                    Section.of(
                            "What people read, by language.",
                            RunbookSection::titles,
                            ENGLISH,
                            GERMAN,
                            RUSSIAN),
                    "What people read, by language.");
    private static final Key<Role> ROLE =
            Key.required("role", Scalars.oneOf(Role.class), "The least role that may run it.");
    private static final Key<Boolean> CONFIRM =
            Key.defaulting(
                    "confirm",
                    Scalars.flag(),
                    BOOLEAN,
                    "true",
                    "Whether the person must confirm with a button.");
    static final Key<Integer> APPROVE_BY =
            Key.defaulting(
                    "approve-by",
                    Scalars.wholeNumber("a number of people", 1, 9).as(Long::intValue),
                    NUMBER,
                    "1",
                    "How many distinct people must agree, the one who asks counted.");

    private static final Key<Pattern> PATTERN =
            Key.required(
                            "pattern",
                            Scalars.regularExpression(),
                            "A regular expression that the whole value must match.")
                    .example("[0-9]{1,9}");
    private static final Key<Optional<String>> EXAMPLE =
            Key.optional(
                    "example",
                    Scalars.text("an example"),
                    "Shown to the person who must type one.");
    private static final Key<Map<String, Parameter>> PARAMETERS =
            Key.orElse(
                    "parameters",
                    new Named<>(
                            Kinds.PARAMETER,
                            Section.of(
                                            "An argument that a person gives.",
                                            values ->
                                                    new Parameter(
                                                            values.get(PATTERN),
                                                            values.get(EXAMPLE)),
                                            PATTERN,
                                            EXAMPLE)
                                    .checking(RunbookSection::checkExample)),
                    Map.of(),
                    "Typed arguments, in the order in which people give them.");

    private static final Shape<List<Step>> STEPS = new Listed<>(StepShape.STEP, 1);
    private static final Key<List<Step>> BEFORE =
            Key.orElse("before", STEPS, List.of(), "Must succeed before the first step.");
    private static final Key<List<Step>> MAIN =
            Key.required("steps", STEPS, "What is done, one after the other.");
    private static final Key<List<Step>> AFTER =
            Key.orElse("after", STEPS, List.of(), "Proves that it worked.");

    static final Key<Map<String, RunbookConfig>> KEY =
            Key.orElse(
                    "runbooks",
                    new Named<>(
                            Kinds.RUNBOOK,
                            Section.of(
                                    "A procedure of /recover.",
                                    RunbookSection::build,
                                    TITLE,
                                    ROLE,
                                    CONFIRM,
                                    APPROVE_BY,
                                    PARAMETERS,
                                    BEFORE,
                                    MAIN,
                                    AFTER)),
                    Map.of(),
                    "The procedures of /recover, each under a name of your own.");

    private RunbookSection() {}

    private static RunbookConfig build(Values values) {
        return new RunbookConfig(
                values.get(TITLE),
                values.get(ROLE),
                values.get(CONFIRM),
                values.get(APPROVE_BY),
                values.get(PARAMETERS),
                values.get(BEFORE),
                values.get(MAIN),
                values.get(AFTER));
    }

    private static Key<String> title(String name, String meaning) {
        return Key.required(name, Scalars.text("a title"), meaning);
    }

    private static Map<Language, String> titles(Values values) {
        Map<Language, String> titles = new EnumMap<>(Language.class);
        titles.put(Language.EN, values.get(ENGLISH));
        values.get(GERMAN).ifPresent(title -> titles.put(Language.DE, title));
        values.get(RUSSIAN).ifPresent(title -> titles.put(Language.RU, title));
        return Map.copyOf(titles);
    }

    private static void checkExample(Values values, Reading reading) {
        Pattern pattern = values.get(PATTERN);
        values.get(EXAMPLE)
                .filter(example -> !pattern.matcher(example).matches())
                .ifPresent(_ ->
                        reading.problem(
                                values.at(EXAMPLE),
                                "the example does not match the pattern",
                                "change one of the two"));
    }
}
