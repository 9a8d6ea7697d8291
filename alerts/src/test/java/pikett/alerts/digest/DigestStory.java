package pikett.alerts.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.adapters.store.Store;
import pikett.adapters.store.Stores;
import pikett.alerts.alert.Facts;
import pikett.alerts.check.Check;
import pikett.alerts.check.CheckDesk;
import pikett.alerts.check.CheckStates;
import pikett.alerts.check.Finding;
import pikett.alerts.check.Levels;
import pikett.alerts.check.Looks;
import pikett.alerts.check.Patience;
import pikett.alerts.check.Place;
import pikett.alerts.check.Sighting;
import pikett.alerts.check.Truth;
import pikett.alerts.check.Unread;
import pikett.alerts.incident.Chat;
import pikett.alerts.incident.Incident;
import pikett.alerts.label.Labels;
import pikett.alerts.label.Matcher;
import pikett.alerts.label.Matchers;
import pikett.alerts.mute.Dependencies;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.HandClock;
import pikett.alerts.outbox.OutboxOverview;
import pikett.alerts.outbox.Rate;
import pikett.alerts.outbox.SqlOutbox;
import pikett.alerts.pipeline.IncidentDesk;
import pikett.alerts.pipeline.NotifyRules;
import pikett.alerts.pipeline.Pipeline;
import pikett.alerts.pipeline.Round;
import pikett.alerts.pipeline.SilenceRequest;
import pikett.alerts.pipeline.Silences;
import pikett.alerts.pipeline.Timers;
import pikett.alerts.route.Route;
import pikett.alerts.route.Routes;
import pikett.config.CheckTiming.Rhythm;
import pikett.config.Secret;
import pikett.config.Severity;

/// From what checks see, through the pipeline, to what a digest says of it.
final class DigestStory {
    private static final Levels DOWN = new Levels(Truth.HOLDS, Truth.HOLDS);
    private static final Labels API =
            Labels.of(Map.of(Labels.ALERT_NAME, "ServiceDown", Labels.SERVICE, "api"));

    @TempDir Path folder;

    private final HandClock clock = new HandClock();
    private final Check api =
            new Check(
                    "api",
                    new Place.Here(),
                    new Rhythm.Every(Duration.ofSeconds(30)),
                    Duration.ofSeconds(10),
                    new Patience(Duration.ofSeconds(30), Duration.ofSeconds(30)),
                    _ -> Sighting.unread(clock.instant(), Duration.ZERO, Unread.UNREADABLE));
    private Store store;
    private Round round;
    private CheckDesk checks;
    private Timers timers;
    private DigestDesk digests;

    @BeforeEach
    void open() {
        store = Stores.open(new Secret("jdbc:sqlite:" + folder.resolve("pikett.db")));
        round =
                new Round(
                        new SqlOutbox(store, clock),
                        DigestStory::rules,
                        _ -> new Rate(20, Duration.ofMinutes(1)),
                        clock);
        checks = new CheckDesk(new CheckStates(store), new Pipeline(store, round)::accept);
        checks.plan(List.of(api));
        timers = new Timers(store, round);
        digests = new DigestDesk(store, new Silences(store, round), new OutboxOverview(store));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_day_without_anything_is_green() {
        looks(Levels.CLEAR, 10);
        assertThat(facts().green()).isTrue();
    }

    @Test
    void a_night_with_one_incident_is_told_in_the_morning() {
        looks(DOWN, 20);
        DigestFacts during = facts();
        assertThat(during.green()).isFalse();
        Incident open = during.open().getFirst().incident();
        assertThat(open.severity()).isEqualTo(Severity.CRITICAL);
        Instant since = open.openedAt();
        assertThat(new IncidentDesk(store, round).take(open.number(), "anna"))
                .isInstanceOf(IncidentDesk.Taking.Done.class);
        Instant taken = clock.instant();
        looks(Levels.CLEAR, 20);
        DigestFacts after = facts();
        assertThat(after.open()).isEmpty();
        assertThat(after.happened().opened()).isEqualTo(1);
        assertThat(after.happened().critical()).isEqualTo(1);
        assertThat(after.happened().untaken()).isZero();
        assertThat(after.happened().toTake()).contains(Duration.between(since, taken));
        assertThat(after.longest().orElseThrow().first().get(Labels.ALERT_NAME))
                .isEqualTo("ServiceDown");
        assertThat(after.green()).isFalse();
        clock.advance(Duration.ofDays(1));
        assertThat(facts().green()).isTrue();
    }

    @Test
    void silences_in_force_are_told() {
        new Silences(store, round)
                .silence(
                        new SilenceRequest(
                                Matchers.of(Matcher.equal(Labels.SERVICE, "api")),
                                Optional.empty(),
                                clock.instant().plus(Duration.ofHours(1)),
                                "anna",
                                "",
                                Optional.empty()));
        assertThat(facts().silences()).hasSize(1);
        assertThat(facts().green()).isTrue();
    }

    private DigestFacts facts() {
        clock.advance(Duration.ofMillis(1));
        return digests.facts(Period.upTo(clock.instant(), Duration.ofHours(24)));
    }

    /// Looks every thirty seconds.
    private void looks(Levels levels, int times) {
        for (int look = 0; look < times; look++) {
            clock.advance(Duration.ofSeconds(30));
            Finding finding = new Finding(API, levels, Facts.NONE);
            checks.saw(api, Looks.reached(clock.instant(), List.of(finding)));
            checks.settle(clock.instant());
            timers.due(clock.instant());
        }
    }

    private static NotifyRules rules() {
        Destination ops = new Destination("fake", "ops");
        return new NotifyRules(
                List.of("service", "queue", "host"),
                Duration.ofSeconds(5),
                Duration.ofHours(2),
                new Routes(
                        List.of(),
                        new Route(
                                "default", Matchers.ANY, List.of("ops"), Optional.empty(), false)),
                Map.of(),
                List.of(),
                new Dependencies(Map.of()),
                Map.of("ops", new Chat("ops", ops, Optional.empty())),
                List.of(),
                Map.of(),
                Optional.empty());
    }
}
