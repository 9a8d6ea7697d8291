package pikett.config.section;

import static pikett.config.shape.YamlNode.Type.TEXT;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import pikett.config.DigestConfig;
import pikett.config.DigestConfig.OnlyWhen;
import pikett.config.cron.CronShape;
import pikett.config.shape.Durations;
import pikett.config.shape.Key;
import pikett.config.shape.Listed;
import pikett.config.shape.Named;
import pikett.config.shape.Scalars;
import pikett.config.shape.Section;

/// `digests`: summaries that come at certain times.
final class DigestSection {
    /// A summary that came more often would be no summary; mostly a `*` is meant to be a 0.
    private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(15);

    private static final Key<String> CRON =
            Key.required(
                            "cron",
                            CronShape.expression(SHORTEST_PAUSE),
                            "When it comes, as a Quartz cron expression: seconds, minutes, hours, day of"
                                    + " month, month, day of week.")
                    .example("0 0 8 * * ?");
    private static final Key<ZoneId> TIME_ZONE =
            Key.required("time-zone", Scalars.timeZone(), "Whose clocks are meant.");
    private static final Key<List<String>> TO =
            Key.required(
                            "to",
                            new Listed<>(Scalars.nameOf(Kinds.CHAT), 1),
                            "Names of chats; of admins, if there are no chats.")
                    .example(List.of("ops"));
    private static final Key<OnlyWhen> ONLY_WHEN =
            Key.defaulting(
                    "only-when",
                    Scalars.oneOf(OnlyWhen.class),
                    TEXT,
                    "always",
                    "not-green: it does not come when everything was well.");
    private static final Key<Duration> OVER =
            Key.defaulting(
                    "over", Durations.between("1h", "31d"), TEXT, "1d", "How far it looks back.");

    static final Key<Map<String, DigestConfig>> KEY =
            Key.orElse(
                    "digests",
                    new Named<>(
                            Kinds.DIGEST,
                            Section.of(
                                    "A summary that comes at certain times.",
                                    values ->
                                            new DigestConfig(
                                                    values.get(CRON),
                                                    values.get(TIME_ZONE),
                                                    values.get(TO),
                                                    values.get(ONLY_WHEN),
                                                    values.get(OVER)),
                                    CRON,
                                    TIME_ZONE,
                                    TO,
                                    ONLY_WHEN,
                                    OVER)),
                    Map.of(),
                    "Summaries that come at certain times, each under a name of your own.");

    private DigestSection() {}
}
