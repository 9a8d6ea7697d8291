package pikett.alerts.outbox;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import pikett.config.Secret;

final class PostgresOutboxTest extends OutboxTests {
    private static Postgres postgres;

    @BeforeAll
    static void start() throws Exception {
        postgres = new Postgres();
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Override
    Secret emptyDatabase() throws Exception {
        return postgres.emptyDatabase();
    }
}
