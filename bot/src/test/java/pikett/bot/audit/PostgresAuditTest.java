package pikett.bot.audit;

import pikett.bot.database.Postgres;
import pikett.config.Secret;

final class PostgresAuditTest extends AuditContract {
    @Override
    Secret emptyDatabase() throws Exception {
        return Postgres.emptyDatabase();
    }
}
