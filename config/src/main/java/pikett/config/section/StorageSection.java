package pikett.config.section;

import static pikett.config.shape.YamlNode.Type.TEXT;

import java.net.URI;
import java.util.Optional;
import pikett.config.Secret;
import pikett.config.StorageConfig;
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

    static final Key<StorageConfig> KEY =
            Key.section(
                    "storage",
                    Section.of(
                                    "Where Pikett keeps what it must not forget.",
                                    values -> new StorageConfig(values.get(URL)),
                                    URL)
                            .notYet("retention"),
                    "Where Pikett keeps what it must not forget.");

    private StorageSection() {}

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
