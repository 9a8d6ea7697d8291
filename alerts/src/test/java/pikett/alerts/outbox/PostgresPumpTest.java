package pikett.alerts.outbox;

import pikett.config.Secret;

final class PostgresPumpTest extends PumpTests {
    @Override
    Secret emptyDatabase() throws Exception {
        return Postgres.emptyDatabase();
    }
}
