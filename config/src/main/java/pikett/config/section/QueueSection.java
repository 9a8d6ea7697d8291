package pikett.config.section;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pikett.config.QueueConfig;
import pikett.config.QueueConfig.Kind;
import pikett.config.Secret;
import pikett.config.offer.Offer;
import pikett.config.offer.ProbeKind;
import pikett.config.shape.Key;
import pikett.config.shape.Named;
import pikett.config.shape.Parsed;
import pikett.config.shape.Scalars;
import pikett.config.shape.Section;
import pikett.config.shape.Variants;

/// `queues`: the queues that Pikett reads.
final class QueueSection {
    private static final Key<String> HOST =
            Key.required(
                    "host",
                    Scalars.nameOf(Kinds.HOST),
                    "The host through whose connection Redis is reached.");
    private static final Key<Secret> REDIS =
            Key.required(
                            "redis",
                            Urls.secret(
                                            "an address such as redis://127.0.0.1:6379/0",
                                            Set.of("redis"),
                                            false)
                                    .obeying(QueueSection::databaseIsNumber),
                            "Where Redis listens, as seen from the host.")
                    .example("redis://127.0.0.1:6379/0");
    private static final Key<Kind> BULLMQ =
            Key.required(
                    "bullmq",
                    Scalars.text("the name of a BullMQ queue").as(Kind.Bullmq::new),
                    "The name of a BullMQ queue.");
    private static final Key<Kind> LIST =
            Key.required(
                    "list",
                    Scalars.text("the key of a Redis list").as(Kind.RedisList::new),
                    "The key of a plain Redis list.");
    private static final Key<Kind> STREAM =
            Key.required(
                    "stream",
                    Scalars.text("the key of a Redis stream").as(Kind.RedisStream::new),
                    "The key of a plain Redis stream.");

    private static final Offer ALL = ProbeKind.QUEUE.offer();

    static final Key<Map<String, QueueConfig>> KEY =
            Key.orElse(
                    "queues",
                    new Named<>(Kinds.QUEUE, new Variants<>("A queue that Pikett reads.", kinds())),
                    Map.of(),
                    "The queues that Pikett reads, each under a name of your own.");

    private QueueSection() {}

    /// A list knows neither times nor jobs; a stream knows who was given what, and since when it lies there.
    private static Map<String, Section<? extends QueueConfig>> kinds() {
        Map<String, Section<? extends QueueConfig>> kinds = new LinkedHashMap<>();
        kinds.put(
                "bullmq",
                kind(
                        "A BullMQ queue.",
                        BULLMQ,
                        when(
                                ALL,
                                List.of("workers == 0 and oldest > 1m"),
                                List.of("waiting > 100", "oldest > 10m", "failed > 20 in 10m"))));
        kinds.put(
                "list",
                kind(
                        "A plain Redis list.",
                        LIST,
                        when(ALL.only(List.of("waiting")), List.of(), List.of("waiting > 100"))));
        kinds.put(
                "stream",
                kind(
                        "A plain Redis stream.",
                        STREAM,
                        when(
                                ALL.only(List.of("waiting", "active", "oldest")),
                                List.of(),
                                List.of("waiting > 100", "oldest > 10m"))));
        return kinds;
    }

    private static ConditionShapes when(Offer offer, List<String> critical, List<String> warning) {
        return ConditionShapes.of(ProbeKind.QUEUE, offer, critical, warning);
    }

    private static Section<QueueConfig> kind(String meaning, Key<Kind> kind, ConditionShapes when) {
        return Section.of(
                meaning,
                values ->
                        new QueueConfig(
                                values.get(HOST),
                                values.get(REDIS),
                                values.get(kind),
                                when.in(values)),
                HOST,
                REDIS,
                kind,
                when.critical(),
                when.warning());
    }

    private static Parsed<String> databaseIsNumber(String url) {
        String path = Urls.parse(url).map(URI::getPath).orElse("");
        return path.matches("(/[0-9]{0,4})?")
                ? Parsed.good(url)
                : Parsed.bad(
                        "what follows the address must be the number of a database",
                        "write it like redis://127.0.0.1:6379/0");
    }
}
