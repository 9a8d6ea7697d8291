package pikett.bot.app;

import pikett.bot.database.Postgres;
import pikett.config.Secret;

final class PostgresHostPastTest extends HostPastContract {
    @Override
    Secret emptyDatabase() throws Exception {
        return Postgres.emptyDatabase();
    }
}
