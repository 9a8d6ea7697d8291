package pikett.alerts.digest;

import pikett.alerts.outbox.Postgres;
import pikett.config.Secret;

final class PostgresOutlookTest extends OutlookTests {
    @Override
    Secret emptyDatabase() throws Exception {
        return Postgres.emptyDatabase();
    }
}
