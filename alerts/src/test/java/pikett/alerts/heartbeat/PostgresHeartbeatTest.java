package pikett.alerts.heartbeat;

import pikett.alerts.outbox.Postgres;
import pikett.config.Secret;

final class PostgresHeartbeatTest extends HeartbeatContract {
    @Override
    Secret emptyDatabase() throws Exception {
        return Postgres.emptyDatabase();
    }
}
