package pikett.config.section;

import static pikett.config.shape.YamlNode.Type.TEXT;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pikett.config.FallbackConfig;
import pikett.config.InhibitionConfig;
import pikett.config.MuteWindowConfig;
import pikett.config.NotifyConfig;
import pikett.config.RouteConfig;
import pikett.config.Severity;
import pikett.config.match.LabelMatch;
import pikett.config.shape.Durations;
import pikett.config.shape.Key;
import pikett.config.shape.Listed;
import pikett.config.shape.Named;
import pikett.config.shape.Reading;
import pikett.config.shape.Scalars;
import pikett.config.shape.Section;
import pikett.config.shape.Values;

/// `notify`: who is told of what, and when.
final class NotifySection {
    private static final Key<List<String>> GROUP_BY =
            Key.defaulting(
                    "group-by",
                    LabelShapes.names(1),
                    List.of("service", "queue", "host"),
                    "Labels; alerts that share these are one incident and one card.");
    private static final Key<Duration> GROUP_WAIT =
            Key.defaulting(
                    "group-wait",
                    Durations.between("0s", "5m"),
                    TEXT,
                    "5s",
                    "How long the first card of what is not critical waits for what belongs to it.");
    private static final Key<Duration> REPEAT_AFTER =
            Key.defaulting(
                    "repeat-after",
                    Durations.between("5m", "7d"),
                    TEXT,
                    "2h",
                    "After this time it is told again, while nobody has taken it.");
    private static final Key<List<RouteConfig>> ROUTES =
            Key.orElse(
                    "routes",
                    RouteShape.ROUTES,
                    List.of(),
                    "Who hears of what. The first route that matches counts, unless it says"
                            + " `continue: true`. What no route matches goes to every chat.");

    private static final Key<ZoneId> TIME_ZONE =
            Key.required("time-zone", Scalars.timeZone(), "Whose clocks are meant.");
    private static final Key<LocalTime> FROM =
            Key.required("from", HourShapes.time(), "When it begins.").example("22:00");
    private static final Key<LocalTime> TO =
            Key.required(
                            "to",
                            HourShapes.time(),
                            "When it ends; on the next day if that is not after `from`.")
                    .example("07:00");
    private static final Key<Set<DayOfWeek>> DAYS =
            Key.defaulting(
                    "days",
                    HourShapes.days(),
                    List.of("mon-sun"),
                    "The days on which it begins: mon, tue, … or ranges such as mon-fri.");
    private static final Key<Optional<Severity>> BELOW =
            Key.optional(
                    "below",
                    Scalars.oneOf(Severity.class),
                    "What is as bad as this comes through; without it everything is held back.");
    private static final Key<Map<String, MuteWindowConfig>> WINDOWS =
            Key.orElse(
                    "mute-windows",
                    new Named<>(
                            Kinds.WINDOW,
                            Section.of(
                                    "Hours in which a route holds back, to sum up after them.",
                                    values ->
                                            new MuteWindowConfig(
                                                    values.get(TIME_ZONE),
                                                    values.get(FROM),
                                                    values.get(TO),
                                                    values.get(DAYS),
                                                    values.get(BELOW)),
                                    TIME_ZONE,
                                    FROM,
                                    TO,
                                    DAYS,
                                    BELOW)),
                    Map.of(),
                    "Recurring hours of quiet, each under a name that routes use.");

    private static final Key<List<LabelMatch>> SOURCE =
            Key.required("source", LabelShapes.matches(), "The alert that explains the others.");
    private static final Key<List<LabelMatch>> TARGET =
            Key.required("target", LabelShapes.matches(), "The alerts that it hides.");
    private static final Key<List<String>> EQUAL =
            Key.required(
                            "equal",
                            LabelShapes.names(0),
                            "Labels in which both must be the same; [] if it hides them everywhere.")
                    .example(List.of("host"));
    private static final Key<List<InhibitionConfig>> INHIBIT =
            Key.orElse(
                    "inhibit",
                    new Listed<>(
                            Section.<InhibitionConfig>of(
                                            "Hides alerts that another one explains.",
                                            values ->
                                                    new InhibitionConfig(
                                                            values.get(SOURCE),
                                                            values.get(TARGET),
                                                            values.get(EQUAL)),
                                            SOURCE,
                                            TARGET,
                                            EQUAL)
                                    .checking(NotifySection::checkHides),
                            0),
                    List.of(),
                    "Alerts that hide others while they fire.");

    private static final Key<Duration> AFTER =
            Key.defaulting(
                    "after",
                    Durations.between("10s", "1h"),
                    TEXT,
                    "3m",
                    "How long Telegram may take for something critical.");
    private static final Key<List<String>> FALLBACK_TO =
            Key.required(
                            "to",
                            new Listed<>(Scalars.nameOf(Kinds.CHANNEL), 1),
                            "Names of channels that are told then.")
                    .example(List.of("oncall-mail"));
    private static final Key<Optional<FallbackConfig>> FALLBACK =
            Key.optional(
                    "fallback",
                    Section.of(
                            "Who is told when Telegram does not take something critical.",
                            values ->
                                    new FallbackConfig(values.get(AFTER), values.get(FALLBACK_TO)),
                            AFTER,
                            FALLBACK_TO),
                    "Who is told when Telegram does not take something critical.");

    static final Key<NotifyConfig> KEY =
            Key.section(
                    "notify",
                    Section.<NotifyConfig>of(
                                    "Who is told of what, and when.",
                                    NotifySection::build,
                                    GROUP_BY,
                                    GROUP_WAIT,
                                    REPEAT_AFTER,
                                    ROUTES,
                                    WINDOWS,
                                    INHIBIT,
                                    ChannelSection.KEY,
                                    FALLBACK)
                            .checking(NotifySection::checkWindows),
                    "Who is told of what, and when.");

    private NotifySection() {}

    private static NotifyConfig build(Values values) {
        return new NotifyConfig(
                values.get(GROUP_BY),
                values.get(GROUP_WAIT),
                values.get(REPEAT_AFTER),
                values.get(ROUTES),
                values.get(WINDOWS),
                values.get(INHIBIT),
                values.get(ChannelSection.KEY),
                values.get(FALLBACK));
    }

    /// Who writes a window believes that it is quiet then.
    private static void checkWindows(Values values, Reading reading) {
        Set<String> used =
                values.get(ROUTES).stream()
                        .flatMap(route -> route.mute().stream())
                        .collect(Collectors.toSet());
        Set<String> windows = values.get(WINDOWS).keySet();
        // A route that names a window which does not exist means one of these, and is reported
        // itself.
        if (!windows.containsAll(used)) {
            return;
        }
        for (String window : windows) {
            if (!used.contains(window)) {
                reading.problem(
                        values.written().at("mute-windows", window),
                        "no route names the mute window `%s`, so it holds nothing back"
                                .formatted(window),
                        "write `mute: %s` at a route, or remove it".formatted(window));
            }
        }
    }

    private static void checkHides(Values values, Reading reading) {
        if (new HashSet<>(values.get(SOURCE)).equals(new HashSet<>(values.get(TARGET)))) {
            reading.problem(
                    values.at(TARGET),
                    "source and target are the same, and alerts that hide each other hide nothing",
                    "say in `target` what is hidden");
        }
    }
}
