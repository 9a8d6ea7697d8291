package pikett.bot.watch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import pikett.adapters.host.Signals;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;
import pikett.alerts.alert.Facts;
import pikett.alerts.check.Check;
import pikett.alerts.check.Patience;
import pikett.alerts.check.Place;
import pikett.alerts.heartbeat.Expectation;
import pikett.alerts.heartbeat.Heard;
import pikett.alerts.heartbeat.HeartbeatEye;
import pikett.alerts.heartbeat.Heartbeats;
import pikett.alerts.heartbeat.Trouble;
import pikett.bot.evidence.ProcessFacts;
import pikett.bot.evidence.TailFacts;
import pikett.config.CheckTiming.Rhythm;

/// A check for each job that must call in: what was heard of it, read from the database.
///
/// A beat has it look at once; by itself it only has to find out what did not come.
public final class HeartbeatChecks {
    /// So much later than it happened it is seen that nothing came.
    private static final Rhythm RHYTHM = new Rhythm.Every(Duration.ofSeconds(15));

    private static final Duration AT_MOST = Duration.ofSeconds(10);

    /// The grace is all the patience there is.
    private static final Patience AT_ONCE = new Patience(Duration.ZERO, Duration.ZERO);

    /// As much is kept with an alert; a card has room for less.
    private static final int TAIL = 3000;

    private final Heartbeats heartbeats;
    private final InstantSource clock;
    private final Worded worded;

    /// @param redaction takes secrets out of a text
    public HeartbeatChecks(
            Heartbeats heartbeats, UnaryOperator<String> redaction, InstantSource clock) {
        this.heartbeats = heartbeats;
        this.clock = clock;
        this.worded = new Worded(redaction, clock);
    }

    /// The name of the check of a heartbeat.
    public static String id(String heartbeat) {
        return "heartbeat:" + heartbeat;
    }

    /// One for each heartbeat.
    public List<Check> checks() {
        return heartbeats.all().stream().map(this::check).toList();
    }

    private Check check(Expectation expectation) {
        return new Check(
                id(expectation.name()),
                new Place.Here(),
                RHYTHM,
                AT_MOST,
                AT_ONCE,
                new HeartbeatEye(heartbeats, expectation, this::evidence, clock));
    }

    private Facts evidence(Trouble trouble, Expectation expectation, Heard heard) {
        return switch (trouble) {
            case LATE ->
                    facts(
                            Reason.of(Cause.NO_BEAT, Detail.span(expectation.waited(heard))),
                            Optional.empty());
            case RUNS_TOO_LONG ->
                    facts(
                            Reason.of(
                                    Cause.RUN_NOT_ENDED,
                                    Detail.span(expectation.runsAtMost().orElse(Duration.ZERO))),
                            Optional.empty());
            case FAILED ->
                    facts(
                            heard.failing()
                                    .flatMap(Heard.Failure::exit)
                                    .map(HeartbeatChecks::ended)
                                    .orElseGet(() -> Reason.of(Cause.SAID_FAILED)),
                            heard.failing());
        };
    }

    private Facts facts(Reason why, Optional<Heard.Failure> failure) {
        String tail = failure.map(Heard.Failure::tail).orElse("");
        return new TailFacts(tail.substring(Math.max(0, tail.length() - TAIL)))
                .in(new ProcessFacts(worded.of(Optional.of(why)), Map.of(), List.of()).facts());
    }

    private static Reason ended(int code) {
        return Signals.ofStatus(code)
                .map(signal -> Reason.of(Cause.SIGNAL, Detail.text(signal)))
                .orElseGet(() -> Reason.of(Cause.EXIT, Detail.number(code)));
    }
}
