package pikett.config.section;

import static pikett.config.shape.YamlNode.Type.TEXT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import pikett.config.Frequency;
import pikett.config.Secret;
import pikett.config.SourceConfig;
import pikett.config.SourceConfig.Credentials;
import pikett.config.shape.Choice;
import pikett.config.shape.Durations;
import pikett.config.shape.Frequencies;
import pikett.config.shape.Key;
import pikett.config.shape.Named;
import pikett.config.shape.OneOrMore;
import pikett.config.shape.Parsed;
import pikett.config.shape.Part;
import pikett.config.shape.Reading;
import pikett.config.shape.Ruled;
import pikett.config.shape.Scalars;
import pikett.config.shape.SecretText;
import pikett.config.shape.Section;
import pikett.config.shape.Sizes;
import pikett.config.shape.Values;
import pikett.config.shape.YamlNode;

/// `inbound.sources`: who may bring alerts, and what they look like.
final class SourceSection {
    /// Long enough that it is not guessed, whatever it is made of.
    private static final int SHORTEST_SECRET = 16;

    /// Two hold while one takes the other's place.
    private static final int MOST_SECRETS = 2;

    /// Pikett's own alerts come from these; a source of the same name could end them.
    private static final Set<String> OWN = Set.of("check", "checks", "heartbeat", "pikett");

    /// What is sent.
    private enum Type {
        ALERTMANAGER,
        GRAFANA,
        PIKETT,
        JSON
    }

    private static final Key<Type> TYPE =
            Key.required("type", Scalars.oneOf(Type.class), "What is sent.");
    private static final Choice<Credentials> CREDENTIALS =
            new Choice<>(
                    List.of(
                            Key.required(
                                            "bearer",
                                            secrets().map(Credentials.Bearer::new),
                                            "The sender shows this secret in `Authorization: Bearer …`. Two in a list both"
                                                    + " count, so that one can take the other's place.")
                                    .example("${credential:alertmanager-token}"),
                            Key.required(
                                            "hmac-sha256",
                                            secrets().map(Credentials.Hmac::new),
                                            "The sender signs the body with this secret. Two in a list both count, so that one"
                                                    + " can take the other's place.")
                                    .example("${env:DEPLOY_HOOK_SECRET}")));
    private static final Key<Long> MAX_SIZE =
            Key.defaulting(
                    "max-size",
                    Sizes.between("1KiB", "1MiB"),
                    TEXT,
                    "1MiB",
                    "The longest payload; a longer one is answered 413.");
    private static final Key<Frequency> AT_MOST =
            Key.defaulting(
                    "at-most",
                    Frequencies.within("1s", "1d"),
                    TEXT,
                    "600 in 1m",
                    "How many payloads; beyond that the sender is told to come back (503).");
    private static final Key<Duration> STALE_AFTER =
            Key.defaulting(
                    "stale-after",
                    Durations.between("5m", "90d"),
                    TEXT,
                    "24h",
                    "An alert of which nothing was heard for so long is marked on its card: it may be"
                            + " over.");

    private static final Section<SourceConfig> SOURCE =
            Section.of("Where alerts come from.", SourceSection::source, parts())
                    .checking(SourceSection::checkMapping)
                    .checking(SourceSection::checkCredentials);

    static final Key<Map<String, SourceConfig>> KEY =
            Key.orElse(
                    "sources",
                    new Ruled<>(new Named<>(Kinds.SOURCE, SOURCE), SourceSection::checkNames),
                    Map.of(),
                    "Who may bring alerts, each at POST /hooks/NAME.");

    private SourceSection() {}

    private static Part<?>[] parts() {
        List<Part<?>> parts = new ArrayList<>(List.of(TYPE, CREDENTIALS));
        parts.addAll(MappingShapes.PARTS);
        parts.addAll(List.of(MAX_SIZE, AT_MOST, STALE_AFTER));
        return parts.toArray(Part<?>[]::new);
    }

    /// One secret, or two while one takes the other's place.
    static OneOrMore<Secret> secrets() {
        return new OneOrMore<>(
                new SecretText("a secret", ".{16,}", Parsed::good, List::of)
                        .obeying(text ->
                                text.length() < SHORTEST_SECRET
                                        ? Parsed.bad(
                                                "this secret is too short",
                                                "take at least %d characters, as `openssl rand -hex 32` makes them"
                                                        .formatted(SHORTEST_SECRET))
                                        : Parsed.good(text)),
                MOST_SECRETS);
    }

    private static SourceConfig source(Values values) {
        return new SourceConfig(
                switch (values.get(TYPE)) {
                    case ALERTMANAGER -> new SourceConfig.Payload.Alertmanager();
                    case GRAFANA -> new SourceConfig.Payload.Grafana();
                    case PIKETT -> new SourceConfig.Payload.Pikett();
                    case JSON -> new SourceConfig.Payload.Json(MappingShapes.mapping(values));
                },
                values.get(CREDENTIALS),
                Math.toIntExact(values.get(MAX_SIZE)),
                values.get(AT_MOST),
                values.get(STALE_AFTER));
    }

    private static void checkMapping(Values values, Reading reading) {
        if (values.get(TYPE) == Type.JSON) {
            MappingShapes.check(values, reading);
            return;
        }
        Stream<Part<?>> mapping = MappingShapes.PARTS.stream();
        mapping.flatMap(part -> part.names().stream())
                .flatMap(name -> values.written().find(name).stream())
                .forEach(entry ->
                        reading.problem(
                                entry.at(),
                                "`%s` says where something stands in JSON of your own"
                                        .formatted(entry.key()),
                                "remove it: what this sender sends is known; or write `type: json`"));
    }

    private static void checkCredentials(Values values, Reading reading) {
        if (values.get(TYPE) == Type.ALERTMANAGER
                && values.get(CREDENTIALS) instanceof Credentials.Hmac) {
            reading.problem(
                    values.written().at(),
                    "Alertmanager cannot sign what it sends",
                    "write `bearer`, and the same secret under `http_config.authorization` there");
        }
        if (values.get(TYPE) == Type.PIKETT
                && values.get(CREDENTIALS) instanceof Credentials.Hmac) {
            reading.problem(
                    values.written().at(),
                    "`pikett notify` and `pikett wrap` do not sign what they send",
                    "write `bearer`");
        }
    }

    private static void checkNames(
            Map<String, SourceConfig> sources, YamlNode node, Reading reading) {
        sources.keySet().stream()
                .filter(OWN::contains)
                .forEach(name ->
                        reading.problem(
                                node.at(),
                                "no source can be called %s: alerts of Pikett's own are"
                                        .formatted(name),
                                "give it another name"));
    }
}
