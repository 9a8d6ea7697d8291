package pikett.alerts.pipeline;

import pikett.alerts.outbox.Postgres;
import pikett.config.Secret;

final class PostgresRouteStory extends RouteStories {
    @Override
    Secret emptyDatabase() throws Exception {
        return Postgres.emptyDatabase();
    }
}
