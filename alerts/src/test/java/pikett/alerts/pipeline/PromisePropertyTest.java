package pikett.alerts.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.alerts.incident.Incident;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.incident.Telling;
import pikett.alerts.label.Labels;
import pikett.alerts.label.Matcher;
import pikett.alerts.label.Matchers;
import pikett.alerts.mute.Inhibition;
import pikett.alerts.mute.MuteWindow;
import pikett.alerts.mute.Silence;
import pikett.alerts.route.Route;
import pikett.config.Secret;
import pikett.config.Severity;
import pikett.config.match.Comparison;

/// What was announced as firing is announced as resolved, whatever hides it meanwhile; and nothing that
/// goes on and is not hidden stays untold. Held over random histories with restarts.
final class PromisePropertyTest extends PipelineContract {
    private static final int EVENTS = 80;
    private static final List<Labels> ALERTS =
            List.of(
                    service("api"),
                    service("redis"),
                    service("web"),
                    Labels.of(
                            Map.of("alertname", "MemoryHigh", "service", "api", "host", "prod-1")),
                    Labels.of(Map.of("alertname", "HostUnreachable", "host", "prod-1")));

    @TempDir Path folder;

    private final Announcements announcements = new Announcements();

    @Override
    Secret emptyDatabase() {
        return new Secret("jdbc:sqlite:" + folder.resolve("pikett.db"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void what_begins_in_a_chat_ends_there(long seed) {
        Random random = new Random(seed);
        rules.inhibitions.add(
                new Inhibition(
                        Matchers.of(Matcher.equal("alertname", "HostUnreachable")),
                        Matchers.of(new Matcher("service", Comparison.MATCHES, ".+")),
                        List.of("host")));
        rules.needs.put("api", List.of("redis"));
        for (int event = 0; event < EVENTS; event++) {
            happens(random);
            outbox.take().forEach(announcements::hear);
        }
        allHidingEnds();
        assertThat(incidents.open())
                .as("what goes on is told")
                .allSatisfy(open -> assertThat(told(open)).isTrue());

        ALERTS.forEach(this::ends);
        jumps(Duration.ofMinutes(11));
        outbox.take().forEach(announcements::hear);
        assertThat(incidents.open()).isEmpty();
        announcements.assertEnded();
    }

    private boolean told(Incident incident) {
        return incidents.byNumber(incident.number()).orElseThrow().tellings().stream()
                .anyMatch(Telling::told);
    }

    private void allHidingEnds() {
        rules.inhibitions.clear();
        rules.needs.clear();
        rules.routes.clear();
        silences.active().forEach(silence -> silences.end(silence.id(), "anna"));
        timers.rulesChanged();
        jumps(Duration.ofDays(1));
        passes(Duration.ofSeconds(6));
    }

    private void happens(Random random) {
        Labels labels = ALERTS.get(random.nextInt(ALERTS.size()));
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> fires(labels, severity(random));
            case 3, 4 -> ends(labels);
            case 5 -> silence(labels, random);
            case 6 ->
                    silences.active().stream()
                            .findFirst()
                            .map(Silence::id)
                            .ifPresent(id -> silences.undo(id, "anna"));
            case 7 -> desk.take(new IncidentNumber(1 + random.nextInt(9)), "anna");
            case 8 -> start();
            case 9 -> route(random);
            case 10 -> jumps(Duration.ofMinutes(random.nextInt(300)));
            default -> passes(Duration.ofSeconds(random.nextInt(20)));
        }
    }

    private static Severity severity(Random random) {
        return random.nextBoolean() ? Severity.CRITICAL : Severity.WARNING;
    }

    private void silence(Labels labels, Random random) {
        silences.silence(
                new SilenceRequest(
                        Matchers.of(Matcher.equal("host", labels.get("host"))),
                        Optional.of(random.nextInt(60) - 30)
                                .filter(minutes -> minutes > 0)
                                .map(minutes -> clock.instant().plus(Duration.ofMinutes(minutes))),
                        clock.instant().plus(Duration.ofMinutes(31 + random.nextInt(100))),
                        "anna",
                        "",
                        Optional.empty()));
    }

    /// Another configuration: other chats, other hours.
    private void route(Random random) {
        rules.routes.clear();
        rules.windows.put(
                "night",
                new MuteWindow(
                        "night",
                        ZoneOffset.UTC,
                        LocalTime.of(random.nextInt(24), 0),
                        LocalTime.of(random.nextInt(24), 0),
                        EnumSet.allOf(DayOfWeek.class),
                        Optional.of(Severity.CRITICAL)));
        rules.routes.add(
                new Route(
                        "some",
                        Matchers.of(Matcher.equal("service", "api")),
                        List.of("feed"),
                        Optional.of("night"),
                        random.nextBoolean()));
        timers.rulesChanged();
    }
}
