package pikett.alerts.pipeline;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import pikett.alerts.outbox.Postgres;
import pikett.config.Secret;

final class PostgresLateStory extends LateStories {
    private static Postgres postgres;

    @BeforeAll
    static void startServer() throws Exception {
        postgres = new Postgres();
    }

    @AfterAll
    static void stopServer() throws Exception {
        postgres.close();
    }

    @Override
    Secret emptyDatabase() throws Exception {
        return postgres.emptyDatabase();
    }
}
