package pikett.alerts.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Reason;
import pikett.adapters.store.StoreUnavailableException;
import pikett.alerts.alert.Facts;
import pikett.alerts.check.Eye;
import pikett.alerts.check.Finding;
import pikett.alerts.check.Levels;
import pikett.alerts.check.Sighting;
import pikett.alerts.check.Truth;
import pikett.alerts.label.Labels;
import pikett.alerts.reading.Reading;
import pikett.alerts.reading.Value;
import pikett.alerts.reading.Values;
import pikett.config.Severity;
import pikett.config.condition.Name;

/// Looks at what was heard of a heartbeat. Safe for use by many threads.
///
/// Reads `age`, how long ago anything was heard; `exit`, how the last run failed, if it told a code;
/// `state`, which is `running` while a run goes on; and otherwise `latency`, how long the last one took, if
/// it told when it began.
public final class HeartbeatEye implements Eye {
    private final Heartbeats heartbeats;
    private final Expectation expectation;
    private final Evidence evidence;
    private final InstantSource clock;

    /// Gathers what a card shows.
    @FunctionalInterface
    public interface Evidence {
        Facts of(Trouble trouble, Expectation expectation, Heard heard);
    }

    public HeartbeatEye(
            Heartbeats heartbeats,
            Expectation expectation,
            Evidence evidence,
            InstantSource clock) {
        this.heartbeats = heartbeats;
        this.expectation = expectation;
        this.evidence = evidence;
        this.clock = clock;
    }

    @Override
    public Sighting look(Instant deadline) {
        Instant begun = clock.instant();
        try {
            Heard heard =
                    heartbeats.heard(expectation.name()).orElseGet(() -> Heard.nothing(begun));
            Instant now = clock.instant();
            Reading.Known reading = new Reading.Known(now, took(begun, now), values(heard, now));
            return Sighting.of(reading, true, findings(heard, now));
        } catch (StoreUnavailableException _) {
            // Whoever settles what was seen says so in the log.
            Instant now = clock.instant();
            return Sighting.unreadable(
                    new Reading.Unknown(now, Reason.of(Cause.ERROR_INSIDE)), took(begun, now));
        }
    }

    private List<Finding> findings(Heard heard, Instant now) {
        Set<Trouble> troubles = expectation.troubles(heard, now);
        return Stream.of(Trouble.values())
                .map(trouble ->
                        troubles.contains(trouble)
                                ? new Finding(
                                        labels(trouble),
                                        bad(),
                                        evidence.of(trouble, expectation, heard))
                                : new Finding(labels(trouble), Levels.CLEAR, Facts.NONE))
                .toList();
    }

    private Labels labels(Trouble trouble) {
        return Labels.of(
                Map.of(
                        Labels.ALERT_NAME,
                        trouble.alert().text(),
                        Labels.HEARTBEAT,
                        expectation.name()));
    }

    private Levels bad() {
        return new Levels(
                Truth.HOLDS, expectation.severity() == Severity.CRITICAL ? Truth.HOLDS : Truth.NOT);
    }

    private static Values values(Heard heard, Instant now) {
        Map<Name, Value> values = new HashMap<>();
        heard.last().ifPresent(last -> values.put(Name.of("age"), seconds(took(last, now))));
        heard.failing()
                .flatMap(Heard.Failure::exit)
                .ifPresent(exit -> values.put(Name.of("exit"), new Value.Quantity(exit)));
        heard.took().ifPresent(took -> values.put(Name.of("latency"), seconds(took)));
        heard.running().ifPresent(_ -> values.put(Name.of("state"), new Value.Text("running")));
        return new Values(values);
    }

    private static Value seconds(Duration time) {
        return new Value.Quantity(time.toMillis() / 1000.0);
    }

    private static Duration took(Instant from, Instant to) {
        Duration time = Duration.between(from, to);
        return time.isNegative() ? Duration.ZERO : time;
    }
}
