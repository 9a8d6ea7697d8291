package pikett.config.section;

import static pikett.config.shape.YamlNode.Type.TEXT;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import pikett.config.Secret;
import pikett.config.StorageConfig;
import pikett.config.StorageConfig.Retention;
import pikett.config.shape.Durations;
import pikett.config.shape.Key;
import pikett.config.shape.Parsed;
import pikett.config.shape.SecretText;
import pikett.config.shape.Section;

/// `storage`: where Pikett keeps what it must not forget.
final class StorageSection {
    private static final String EXPECTED =
            "jdbc:sqlite:/path/to/pikett.db or jdbc:postgresql://address/database";

    private static final Key<Secret> URL =
            Key.defaulting(
                            "url",
                            new SecretText(
                                    EXPECTED,
                                    "jdbc:sqlite:/[^?]+|jdbc:postgresql://.+",
                                    StorageSection::check,
                                    Urls::hidden),
                            TEXT,
                            "jdbc:sqlite:/var/lib/pikett/pikett.db",
                            "The database: a SQLite file with its whole path, or PostgreSQL.")
                    .example("jdbc:sqlite:/var/lib/pikett/pikett.db");

    private static final Key<Duration> READINGS =
            kept("readings", "1d", "30d", "What the checks read, for trends.");
    private static final Key<Duration> INCIDENTS =
            kept(
                    "incidents",
                    "7d",
                    "400d",
                    "Incidents that are over, with all that belongs to them.");

    private static final Key<Retention> RETENTION =
            Key.section(
                    "retention",
                    // A chain without its beginning would not verify any more, so the audit is
                    // kept.
                    Section.<Retention>of(
                                    "How long things are kept; older ones are forgotten once a day.",
                                    values ->
                                            new Retention(
                                                    values.get(READINGS), values.get(INCIDENTS)),
                                    READINGS,
                                    INCIDENTS)
                            .notYet("audit"),
                    "How long things are kept; older ones are forgotten once a day.");

    static final Key<StorageConfig> KEY =
            Key.section(
                    "storage",
                    Section.of(
                            "Where Pikett keeps what it must not forget.",
                            values -> new StorageConfig(values.get(URL), values.get(RETENTION)),
                            URL,
                            RETENTION),
                    "Where Pikett keeps what it must not forget.");

    private StorageSection() {}

    private static Key<Duration> kept(String name, String least, String usual, String meaning) {
        return Key.defaulting(name, Durations.between(least, "3650d"), TEXT, usual, meaning);
    }

    private static Parsed<String> check(String url) {
        if (url.matches("jdbc:sqlite:/[^?]+")) {
            return Parsed.good(url);
        }
        Optional<URI> postgres =
                url.startsWith("jdbc:postgresql://")
                        ? Urls.parse(url.substring("jdbc:".length()))
                        : Optional.empty();
        return postgres.filter(found -> found.getPath() != null && found.getPath().length() > 1)
                        .isPresent()
                ? Parsed.good(url)
                : Parsed.bad("this address of a database cannot be used", "write " + EXPECTED);
    }
}
