package pikett.alerts.history;

import pikett.alerts.outbox.Postgres;
import pikett.config.Secret;

final class PostgresForgettingTest extends ForgettingTests {
    @Override
    Secret emptyDatabase() throws Exception {
        return Postgres.emptyDatabase();
    }
}
