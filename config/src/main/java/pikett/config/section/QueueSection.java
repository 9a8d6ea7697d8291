package pikett.config.section;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pikett.config.QueueConfig;
import pikett.config.QueueConfig.Kind;
import pikett.config.Secret;
import pikett.config.offer.ProbeKind;
import pikett.config.shape.Choice;
import pikett.config.shape.Key;
import pikett.config.shape.Named;
import pikett.config.shape.Parsed;
import pikett.config.shape.Scalars;
import pikett.config.shape.Section;

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
    private static final Choice<Kind> KIND =
            new Choice<>(
                    List.of(
                            Key.required(
                                    "bullmq",
                                    Scalars.text("the name of a BullMQ queue").as(Kind.Bullmq::new),
                                    "The name of a BullMQ queue."),
                            Key.required(
                                    "list",
                                    Scalars.text("the key of a Redis list").as(Kind.RedisList::new),
                                    "The key of a plain Redis list."),
                            Key.required(
                                    "stream",
                                    Scalars.text("the key of a Redis stream")
                                            .as(Kind.RedisStream::new),
                                    "The key of a plain Redis stream.")));

    private static final ConditionShapes WHEN =
            ConditionShapes.of(
                    ProbeKind.QUEUE,
                    List.of("workers == 0 and waiting > 0"),
                    List.of("waiting > 100", "oldest > 10m", "failed > 20 in 10m"));

    static final Key<Map<String, QueueConfig>> KEY =
            Key.orElse(
                    "queues",
                    new Named<>(
                            Kinds.QUEUE,
                            Section.of(
                                    "A queue that Pikett reads.",
                                    values ->
                                            new QueueConfig(
                                                    values.get(HOST),
                                                    values.get(REDIS),
                                                    values.get(KIND),
                                                    WHEN.in(values)),
                                    HOST,
                                    REDIS,
                                    KIND,
                                    WHEN.critical(),
                                    WHEN.warning())),
                    Map.of(),
                    "The queues that Pikett reads, each under a name of your own.");

    private QueueSection() {}

    private static Parsed<String> databaseIsNumber(String url) {
        String path = Urls.parse(url).map(URI::getPath).orElse("");
        return path.matches("(/[0-9]{0,4})?")
                ? Parsed.good(url)
                : Parsed.bad(
                        "what follows the address must be the number of a database",
                        "write it like redis://127.0.0.1:6379/0");
    }
}
