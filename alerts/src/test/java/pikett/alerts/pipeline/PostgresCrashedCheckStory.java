package pikett.alerts.pipeline;

import pikett.alerts.outbox.Postgres;
import pikett.config.Secret;

final class PostgresCrashedCheckStory extends CrashedCheckStories {
    @Override
    Secret emptyDatabase() throws Exception {
        return Postgres.emptyDatabase();
    }
}
