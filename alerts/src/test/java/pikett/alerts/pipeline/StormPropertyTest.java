package pikett.alerts.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.alerts.alert.Facts;
import pikett.alerts.alert.Report;
import pikett.alerts.alert.Status;
import pikett.alerts.incident.Incident;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.incident.Reason;
import pikett.alerts.incident.Telling;
import pikett.alerts.storm.Storm;
import pikett.alerts.storm.StormIncident;
import pikett.config.Secret;
import pikett.config.Severity;

/// Whatever comes and goes, and how fast: each incident has its own card, or stands on the storm's, or
/// waits for a moment. Held over random bursts with restarts.
final class StormPropertyTest extends PipelineContract {
    private static final int SERVICES = 60;

    private final Map<Integer, Instant> since = new HashMap<>();
    private final Announcements announcements = new Announcements();

    @TempDir Path folder;

    @Override
    Secret emptyDatabase() {
        return new Secret("jdbc:sqlite:" + folder.resolve("pikett.db"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void nothing_is_missing_at_any_time(long seed) {
        Random random = new Random(seed);
        int storms = 0;
        for (int event = 0; event < 40; event++) {
            switch (random.nextInt(6)) {
                case 0, 1 -> burst(random, Status.FIRING);
                case 2 -> burst(random, Status.RESOLVED);
                case 3 -> start();
                case 4 -> passes(Duration.ofSeconds(random.nextInt(150)));
                default -> jumps(Duration.ofMinutes(random.nextInt(10)));
            }
            storms += this.storms.active().size();
            outbox.take().forEach(announcements::hear);
            everyIncidentIsAccountedFor();
        }
        allEnd();
        jumps(Duration.ofMinutes(11));
        outbox.take().forEach(announcements::hear);
        assertThat(incidents.open()).isEmpty();
        announcements.assertEnded();
        assertThat(storms).as("the bursts were storms").isPositive();
    }

    private void burst(Random random, Status status) {
        List<Report> reports = new ArrayList<>();
        for (int number = 0; number < SERVICES; number++) {
            if (random.nextInt(3) == 0) {
                Severity severity = random.nextBoolean() ? Severity.CRITICAL : Severity.WARNING;
                reports.add(report(number, status, severity));
            }
        }
        pipeline.accept(reports);
    }

    private void allEnd() {
        List<Report> reports = new ArrayList<>();
        for (int number = 0; number < SERVICES; number++) {
            reports.add(report(number, Status.RESOLVED, Severity.INFO));
        }
        pipeline.accept(reports);
    }

    private Report report(int number, Status status, Severity severity) {
        Instant began = since.computeIfAbsent(number, _ -> clock.instant());
        if (status == Status.RESOLVED) {
            since.remove(number);
        }
        return new Report(
                "check",
                service("n" + number),
                status,
                severity,
                began,
                clock.instant(),
                Facts.NONE);
    }

    private void everyIncidentIsAccountedFor() {
        Set<IncidentNumber> listed = new HashSet<>();
        for (Storm storm : storms.active()) {
            storms.facts(storm).all().stream().map(StormIncident::number).forEach(listed::add);
        }
        for (Incident open : incidents.open()) {
            Telling telling = story(open.number().value()).tellings().getFirst();
            boolean waits = telling.reason() instanceof Reason.GroupWait;
            boolean isListed = listed.contains(open.number());
            boolean settles = open.firing() == 0;
            assertThat(telling.told() || waits || isListed || settles)
                    .as("%s: %s", open.number(), telling.reason())
                    .isTrue();
        }
    }
}
