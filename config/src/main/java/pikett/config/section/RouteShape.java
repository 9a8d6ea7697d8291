package pikett.config.section;

import static pikett.config.shape.YamlNode.Type.BOOLEAN;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pikett.config.RouteConfig;
import pikett.config.match.LabelMatch;
import pikett.config.shape.Key;
import pikett.config.shape.Listed;
import pikett.config.shape.Position;
import pikett.config.shape.Reading;
import pikett.config.shape.Ruled;
import pikett.config.shape.Scalars;
import pikett.config.shape.Section;
import pikett.config.shape.Shape;
import pikett.config.shape.Variants;
import pikett.config.shape.YamlNode;

/// `notify.routes`: the ways of alerts to chats and channels, in their order.
final class RouteShape {
    static final Key<List<String>> TO =
            Key.required(
                            "to",
                            new Listed<>(Scalars.nameOf(Kinds.RECEIVER), 1),
                            "Names of chats and channels; of admins, if there are no chats.")
                    .example(List.of("ops"));
    private static final Key<List<LabelMatch>> WHEN =
            Key.required(
                            "when",
                            LabelShapes.matches(),
                            "Comparisons of labels that must all hold: = != =~ !~. A regular expression"
                                    + " must match the whole value; a missing label is empty.")
                    .example(List.of("severity=\"critical\""));
    private static final Key<Boolean> DEFAULT =
            Key.required(
                    "default",
                    Scalars.onlyTrue(),
                    "For what no other route matches. Without it every chat hears of that.");
    private static final Key<Optional<String>> MUTE =
            Key.optional(
                    "mute",
                    Scalars.nameOf(Kinds.WINDOW),
                    "The mute window that holds back from them, and sums up after it.");
    private static final Key<Boolean> CONTINUE =
            Key.defaulting(
                    "continue",
                    Scalars.flag(),
                    BOOLEAN,
                    "false",
                    "Whether the routes after this one are looked at too.");

    private static final Section<RouteConfig> CHOSEN =
            Section.<RouteConfig>of(
                            "A way for what matches.",
                            values ->
                                    new RouteConfig.When(
                                            values.get(WHEN),
                                            values.get(TO),
                                            values.get(MUTE),
                                            values.get(CONTINUE)),
                            WHEN,
                            TO,
                            MUTE,
                            CONTINUE)
                    .notYet("escalate");
    private static final Section<RouteConfig> OTHERWISE =
            Section.<RouteConfig>of(
                            "The way for what no other route matches.",
                            values -> new RouteConfig.Otherwise(values.get(TO), values.get(MUTE)),
                            DEFAULT,
                            TO,
                            MUTE)
                    .notYet("escalate");

    static final Shape<List<RouteConfig>> ROUTES =
            new Ruled<>(
                    new Listed<>(
                            new Variants<>(
                                    "A way of alerts to chats.",
                                    Sections.ordered("when", CHOSEN, "default", OTHERWISE)),
                            1),
                    RouteShape::checkReached);

    private RouteShape() {}

    private static void checkReached(List<RouteConfig> routes, YamlNode node, Reading reading) {
        if (!(node instanceof YamlNode.Items(List<YamlNode> items, Position _))) {
            return;
        }
        Map<Set<LabelMatch>, Position> takers = new LinkedHashMap<>();
        for (int index = 0; index < items.size(); index++) {
            RouteConfig route = routes.get(index);
            Position at = items.get(index).at();
            Set<LabelMatch> needed = needed(route);
            takers.entrySet().stream()
                    .filter(taker -> needed.containsAll(taker.getKey()))
                    .findFirst()
                    .ifPresent(taker -> notReached(at, taker.getValue(), reading));
            if (!(route instanceof RouteConfig.When when && when.goesOn())) {
                takers.putIfAbsent(needed, at);
            }
        }
    }

    private static void notReached(Position at, Position taker, Reading reading) {
        reading.problem(
                at,
                "nothing ever comes to this route: the one in line %d takes it all"
                        .formatted(taker.line()),
                "put this one before it, or say `continue: true` there; a default comes last, and once");
    }

    /// What must hold of all that comes to the route.
    private static Set<LabelMatch> needed(RouteConfig route) {
        return switch (route) {
            case RouteConfig.When when ->
                    when.when().stream()
                            .filter(match -> !match.always())
                            .collect(Collectors.toSet());
            case RouteConfig.Otherwise _ -> Set.of();
        };
    }
}
