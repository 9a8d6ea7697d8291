package pikett.alerts.pipeline;

import pikett.alerts.outbox.Postgres;
import pikett.config.Secret;

final class PostgresMuteStory extends MuteStories {
    @Override
    Secret emptyDatabase() throws Exception {
        return Postgres.emptyDatabase();
    }
}
