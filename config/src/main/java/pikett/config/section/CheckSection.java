package pikett.config.section;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import pikett.config.CheckConfig;
import pikett.config.CheckConfig.Target;
import pikett.config.CheckTiming;
import pikett.config.Conditions;
import pikett.config.offer.ProbeKind;
import pikett.config.shape.Key;
import pikett.config.shape.Listed;
import pikett.config.shape.Named;
import pikett.config.shape.Parsed;
import pikett.config.shape.Part;
import pikett.config.shape.Reading;
import pikett.config.shape.Scalar;
import pikett.config.shape.Scalars;
import pikett.config.shape.Section;
import pikett.config.shape.Values;
import pikett.config.shape.Variants;

/// `checks`: what is looked at beyond what hosts, services and queues bring by themselves.
final class CheckSection {
    private static final Pattern PORT =
            Pattern.compile("([A-Za-z0-9][A-Za-z0-9.-]*|\\[[0-9A-Fa-f:.]+\\]):([0-9]{1,5})");

    private static final Key<Target> WEB =
            Key.required(
                    "http", address().as(Target.Web::new), "A page or an interface on the web.");
    private static final Key<Target> TCP =
            Key.required("tcp", port(), "A port that must take connections: host:port.");
    private static final Key<URI> PROMETHEUS =
            Key.required("prometheus", address(), "Where a Prometheus answers queries.");
    private static final Key<String> QUERY =
            Key.required("query", Scalars.text("a PromQL query"), "What is asked there, in PromQL.")
                    .example("increase(reconnects[10m])");
    private static final Key<Target> METRICS =
            Key.required(
                    "metrics",
                    address().as(Target.Metrics::new),
                    "Where a program shows its metrics as Prometheus would scrape them.");
    private static final Key<List<String>> COMMAND =
            Key.required(
                    "command",
                    new Listed<>(CommandShapes.argument(), 1),
                    "A program and its arguments: never a shell line.");
    private static final Key<String> LOGS =
            Key.required("logs", Scalars.nameOf(Kinds.SERVICE), "The service whose log is read.");

    private static final Key<Optional<String>> HOST =
            Key.optional(
                    "host",
                    Scalars.nameOf(Kinds.HOST),
                    "Through which host's connection is looked; without it, from this machine.");

    static final Key<Map<String, Written>> KEY =
            Key.orElse(
                    "checks",
                    new Named<>(
                            Kinds.CHECK, new Variants<>("Something that is looked at.", kinds())),
                    Map.of(),
                    "What is looked at beyond what hosts, services and queues bring, each under a name of"
                            + " your own.");

    private CheckSection() {}

    /// A check as far as its own section tells.
    record Written(
            Target target, Optional<String> host, TimingSection.Own timing, Conditions when) {
        CheckConfig over(CheckTiming usual) {
            return new CheckConfig(target, host, timing.over(usual), when);
        }
    }

    private static Map<String, Section<? extends Written>> kinds() {
        Map<String, Section<? extends Written>> kinds = new LinkedHashMap<>();
        kinds.put("http", kind("A page or an interface on the web.", ProbeKind.HTTP, WEB));
        kinds.put("tcp", kind("A port.", ProbeKind.TCP, TCP));
        kinds.put(
                "prometheus",
                kind(
                        "The result of a query; each series of it is an alert of its own.",
                        ProbeKind.PROMETHEUS,
                        values -> new Target.Query(values.get(PROMETHEUS), values.get(QUERY)),
                        PROMETHEUS,
                        QUERY,
                        HOST));
        kinds.put("metrics", kind("The metrics of a program.", ProbeKind.METRICS, METRICS));
        kinds.put(
                "command",
                kind(
                        "What a program says.",
                        ProbeKind.COMMAND,
                        values -> new Target.Program(values.get(COMMAND)),
                        COMMAND,
                        HOST));
        kinds.put(
                "logs",
                kind(
                        "The new lines of a service's log.",
                        ProbeKind.LOGS,
                        values -> new Target.Log(values.get(LOGS)),
                        LOGS));
        return kinds;
    }

    private static Section<Written> kind(String meaning, ProbeKind kind, Key<Target> target) {
        return kind(meaning, kind, values -> values.get(target), target, HOST);
    }

    private static Section<Written> kind(
            String meaning, ProbeKind kind, Function<Values, Target> target, Part<?>... own) {
        ConditionShapes when = ConditionShapes.of(kind);
        List<Part<?>> parts = new ArrayList<>(List.of(own));
        parts.addAll(TimingSection.OWN);
        parts.add(when.critical());
        parts.add(when.warning());
        boolean through = parts.contains(HOST);
        return Section.of(
                        meaning,
                        values ->
                                new Written(
                                        target.apply(values),
                                        through ? values.get(HOST) : Optional.empty(),
                                        TimingSection.own(values),
                                        when.in(values)),
                        parts.toArray(Part<?>[]::new))
                .checking(TimingSection::check)
                .checking((values, reading) -> checkMeansSomething(when, values, reading));
    }

    private static void checkMeansSomething(ConditionShapes when, Values values, Reading reading) {
        if (when.written(values).isEmpty()) {
            reading.problem(
                    values.written().at(),
                    "nothing says when this check is bad",
                    "add `critical-when` or `warning-when` with a condition");
        }
    }

    private static Scalar<URI> address() {
        return Scalars.address("an address such as https://example.org/", "http", "https");
    }

    private static Scalar<Target> port() {
        return Scalars.matching("host:port", PORT.pattern())
                .obeying(text ->
                        number(text) < 1 || number(text) > 65_535
                                ? Parsed.bad(
                                        "the port is out of range", "write one from 1 to 65535")
                                : Parsed.good(text))
                .as(text -> new Target.Port(name(text), number(text)));
    }

    private static String name(String text) {
        return text.substring(0, text.lastIndexOf(':')).replaceAll("[\\[\\]]", "");
    }

    private static int number(String text) {
        return Integer.parseInt(text.substring(text.lastIndexOf(':') + 1));
    }
}
