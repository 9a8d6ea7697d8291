package pikett.alerts.scheduler;

import pikett.alerts.outbox.Postgres;
import pikett.config.Secret;

final class PostgresEditionStory extends EditionStories {
    @Override
    Secret emptyDatabase() throws Exception {
        return Postgres.emptyDatabase();
    }
}
