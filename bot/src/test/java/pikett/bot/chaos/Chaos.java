package pikett.bot.chaos;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.random.RandomGenerator;
import pikett.adapters.failpoint.FailPoint;
import pikett.config.Severity;

/// Kills the bot while something is wanted of it, and counts what that costs.
///
/// For one thread.
final class Chaos implements AutoCloseable {
    private static final Duration REACHED_WITHIN = Duration.ofSeconds(20);
    private static final int LONGEST_MILLIS = 1_500;

    private final Town town;
    private final Victim victim;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private int errands;

    /// @param databaseUrl of the bot's database
    Chaos(Path folder, String databaseUrl) throws IOException {
        this.town = new Town(folder, databaseUrl);
        this.victim = new Victim(folder);
    }

    /// Makes the many starts faster; worth it only for many.
    void train() throws IOException {
        victim.train();
    }

    /// Kills it so often at this point.
    Toll at(FailPoint point, int times) throws IOException, InterruptedException {
        return at(point, times, victim::doom);
    }

    /// Uses up its memory so often at this point.
    Toll exhaustedAt(FailPoint point, int times) throws IOException, InterruptedException {
        return at(point, times, victim::exhaust);
    }

    private interface Doom {
        void at(FailPoint point) throws IOException;
    }

    private Toll at(FailPoint point, int times, Doom doom)
            throws IOException, InterruptedException {
        Toll toll = new Toll();
        for (int n = 0; n < times; n++) {
            Errand errand = errand(point);
            errand.prepare();
            doom.at(point);
            errand.begin();
            if (victim.revive(point, REACHED_WITHIN)) {
                toll.kills++;
            } else {
                toll.broke(point + " was not reached");
            }
            errand.judge(toll);
        }
        return toll;
    }

    /// Kills it so often at no point in particular, while alerts come in and a runbook runs.
    Toll atRandom(int times, RandomGenerator random) throws IOException, InterruptedException {
        Toll toll = new Toll();
        for (int n = 0; n < times; n++) {
            Errand run = new RunErrand(town, ++errands, RunErrand.Step.PRESSED, false);
            run.prepare();
            run.begin();
            Errand first = new AlertErrand(town, client, ++errands, Severity.CRITICAL);
            Errand second = new AlertErrand(town, client, ++errands, Severity.WARNING);
            first.begin();
            second.begin();
            Thread.sleep(random.nextInt(LONGEST_MILLIS));
            victim.kill();
            toll.kills++;
            run.judge(toll);
            first.judge(toll);
            second.judge(toll);
        }
        return toll;
    }

    private Errand errand(FailPoint point) {
        return switch (point) {
            case BODY_HALF_READ, BEFORE_TRANSACTION, BEFORE_COMMIT, ACCEPTED, ANSWERED ->
                    new AlertErrand(town, client, ++errands, Severity.CRITICAL);
            case CLAIMED, HEADERS_OUT, BODY_OUT, RESPONSE_HALF_READ, RETURNED, RECORDED ->
                    new AlertErrand(town, client, ++errands, Severity.WARNING);
            case BETWEEN_PARTS -> new FileErrand(town, ++errands);
            case UPDATE_FETCHED, INBOX_COMMITTED ->
                    new RunErrand(town, ++errands, RunErrand.Step.TYPED, false);
            case INTENT_COMMITTED, EXEC_SENT, MID_OUTPUT, BEFORE_RESULT_COMMIT, BEFORE_REPLY ->
                    new RunErrand(town, ++errands, RunErrand.Step.PRESSED, false);
            case APPROVAL_TAKEN -> new RunErrand(town, ++errands, RunErrand.Step.PRESSED, true);
        };
    }

    @Override
    public void close() {
        victim.close();
        client.close();
        town.close();
    }
}
