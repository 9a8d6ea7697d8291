package pikett.adapters.store;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings the tables up to date: each module brings its own scripts, numbered together.
final class Migrations {
    /// Where it is kept which scripts have run.
    static final String TABLE = "flyway_schema_history";

    private Migrations() {}

    /// How a database writes what each writes differently.
    ///
    /// @param id a number that it gives by itself
    /// @param clustered what follows a table whose rows lie in the order of its primary key, and nowhere
    ///     else
    record Dialect(String id, String clustered) {}

    static void apply(DataSource source, Dialect dialect) {
        try {
            Flyway.configure()
                    .dataSource(source)
                    .table(TABLE)
                    .locations("classpath:pikett/db")
                    .placeholders(Map.of("id", dialect.id(), "clustered", dialect.clustered()))
                    // A table that a newer Pikett made is a reason to stop, not one to look away.
                    .ignoreMigrationPatterns(new String[0])
                    // All that are new or none: an upgrade that is cut off has not begun.
                    .group(true)
                    .cleanDisabled(true)
                    .loggers("slf4j")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StoreOpenException(
                    "the tables of the database do not fit this version of Pikett; was it used by a newer one? "
                            + firstLine(e),
                    e);
        }
    }

    private static String firstLine(FlywayException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
