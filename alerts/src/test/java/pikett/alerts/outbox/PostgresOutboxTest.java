package pikett.alerts.outbox;

import pikett.config.Secret;

final class PostgresOutboxTest extends OutboxTests {
    @Override
    Secret emptyDatabase() throws Exception {
        return Postgres.emptyDatabase();
    }
}
