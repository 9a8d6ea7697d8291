package pikett.alerts.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import pikett.adapters.store.Store;
import pikett.adapters.store.Stores;
import pikett.alerts.alert.Facts;
import pikett.alerts.alert.Report;
import pikett.alerts.alert.Status;
import pikett.alerts.incident.Incident;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.incident.Incidents;
import pikett.alerts.incident.Reason;
import pikett.alerts.incident.Said;
import pikett.alerts.label.Labels;
import pikett.alerts.outbox.HandClock;
import pikett.alerts.outbox.Rate;
import pikett.alerts.outbox.SqlOutbox;
import pikett.config.Secret;
import pikett.config.Severity;

/// A pipeline on a database without rows, and a clock that is moved by hand.
abstract class PipelineContract {
    /// What each chat of these tests can take.
    private static final Rate PER_CHAT = new Rate(20, Duration.ofMinutes(1));

    protected final HandClock clock = new HandClock();
    protected RulesForTests rules = new RulesForTests();
    protected Store store;
    protected HeardOutbox outbox;
    protected Pipeline pipeline;
    protected Timers timers;
    protected Incidents incidents;
    protected Silences silences;
    protected IncidentDesk desk;
    protected Storms storms;
    protected Retention retention;

    protected static final Instant START = Instant.parse("2026-11-21T02:00:00Z");

    private final Map<Labels, Instant> firingSince = new HashMap<>();

    /// The URL of a database without tables.
    abstract Secret emptyDatabase() throws Exception;

    @BeforeEach
    final void open() throws Exception {
        store = Stores.open(emptyDatabase());
        start();
    }

    /// Starts anew on the same database, as after a crash.
    protected final void start() {
        outbox = new HeardOutbox(new SqlOutbox(store, clock));
        Round round = new Round(outbox, () -> rules.build(), _ -> PER_CHAT, clock);
        pipeline = new Pipeline(store, round);
        timers = new Timers(store, round);
        incidents = new Incidents(store);
        silences = new Silences(store, round);
        desk = new IncidentDesk(store, round);
        storms = new Storms(store, round);
        retention = new Retention(store, round);
    }

    @AfterEach
    final void close() {
        store.close();
    }

    protected static Labels service(String name) {
        return Labels.of(Map.of("alertname", "ServiceDown", "service", name, "host", "prod-1"));
    }

    protected void fires(Labels labels, Severity severity) {
        fires(labels, severity, "{}");
    }

    protected void fires(Labels labels, Severity severity, String facts) {
        Instant since = firingSince.computeIfAbsent(labels, _ -> clock.instant());
        pipeline.accept(
                List.of(
                        new Report(
                                "check",
                                labels,
                                Status.FIRING,
                                severity,
                                since,
                                clock.instant(),
                                new Facts(facts))));
    }

    protected void ends(Labels labels) {
        Instant since = Optional.ofNullable(firingSince.remove(labels)).orElse(clock.instant());
        pipeline.accept(
                List.of(
                        new Report(
                                "check",
                                labels,
                                Status.RESOLVED,
                                Severity.INFO,
                                since,
                                clock.instant(),
                                Facts.NONE)));
    }

    /// Time passes, second by second.
    protected void passes(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            clock.advance(Duration.ofSeconds(1));
            timers.due(clock.instant());
        }
    }

    /// Time passes in one step.
    protected void jumps(Duration time) {
        clock.advance(time);
        timers.due(clock.instant());
    }

    /// What was posted since the last call.
    protected List<String> heard() {
        return outbox.take().stream().map(Object::toString).toList();
    }

    protected Incident incident(long number) {
        return story(number).incident();
    }

    protected Incidents.Story story(long number) {
        return incidents.byNumber(new IncidentNumber(number)).orElseThrow();
    }

    /// Why a chat was told or not, in order.
    protected List<Reason> reasons(long number, String chat) {
        List<Reason> reasons = new ArrayList<>();
        for (Said said : incidents.reasons(new IncidentNumber(number))) {
            if (said.chat().equals(chat)) {
                reasons.add(said.reason());
            }
        }
        return reasons;
    }
}
