package pikett.adapters.store;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings the tables up to date: each module brings its own scripts, numbered together.
final class Migrations {
    private Migrations() {}

    /// @param id what the database calls a number that it gives by itself
    static void apply(DataSource source, String id) {
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:pikett/db")
                    .placeholders(Map.of("id", id))
                    // A table that a newer Pikett made is a reason to stop, not one to look away.
                    .ignoreMigrationPatterns(new String[0])
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
