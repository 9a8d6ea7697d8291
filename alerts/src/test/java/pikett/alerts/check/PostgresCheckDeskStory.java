package pikett.alerts.check;

import pikett.alerts.outbox.Postgres;
import pikett.config.Secret;

final class PostgresCheckDeskStory extends CheckDeskStories {
    @Override
    Secret emptyDatabase() throws Exception {
        return Postgres.emptyDatabase();
    }
}
