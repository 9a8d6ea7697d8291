package pikett.bot.runbook;

import pikett.bot.database.Postgres;
import pikett.config.Secret;

/// Here transactions really run beside each other.
final class PostgresRunDeskTest extends RunDeskTest {
    @Override
    Secret emptyDatabase() throws Exception {
        return Postgres.emptyDatabase();
    }
}
