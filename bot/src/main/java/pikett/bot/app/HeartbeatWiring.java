package pikett.bot.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import pikett.adapters.store.Store;
import pikett.alerts.check.Check;
import pikett.alerts.heartbeat.Expectation;
import pikett.alerts.heartbeat.Heartbeats;
import pikett.alerts.scheduler.CatchUp;
import pikett.alerts.scheduler.Chore;
import pikett.alerts.scheduler.EveryTimes;
import pikett.bot.inbound.Pings;
import pikett.bot.inbound.Route;
import pikett.bot.watch.HeartbeatChecks;
import pikett.config.PikettConfig;

/// Jobs that must call in, put together: what is looked at, and where they call.
final class HeartbeatWiring {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final PikettConfig config;
    private final Heartbeats heartbeats;
    private final UnaryOperator<String> redaction;
    private final InstantSource clock;

    HeartbeatWiring(
            PikettConfig config,
            Store store,
            UnaryOperator<String> redaction,
            InstantSource clock) {
        this.config = config;
        this.redaction = redaction;
        this.clock = clock;
        this.heartbeats =
                new Heartbeats(
                        store,
                        config.heartbeats().entrySet().stream()
                                .map(each -> new Expectation(each.getKey(), each.getValue()))
                                .toList());
    }

    /// Until now nobody could be heard; from now on somebody can be.
    HeartbeatWiring begun() {
        heartbeats.begin(clock.instant());
        return this;
    }

    /// Takes the place of another configuration's, without a gap in hearing.
    HeartbeatWiring goingOn() {
        heartbeats.goOn(clock.instant());
        return this;
    }

    List<Check> checks() {
        return new HeartbeatChecks(heartbeats, redaction, clock).checks();
    }

    /// What says again and again that somebody can be heard; nothing where nobody calls.
    List<Chore> chores() {
        return heartbeats.all().isEmpty()
                ? List.of()
                : List.of(
                        new Chore(
                                "heartbeats",
                                EveryTimes.of(Heartbeats.AWAKE_EVERY, "heartbeats"),
                                CatchUp.AT_START,
                                SOON,
                                new Chore.Work.Repeatable(
                                        () -> heartbeats.awake(clock.instant()))));
    }

    /// @param lookNow has a check look at once
    List<Route> routes(Consumer<String> lookNow) {
        return heartbeats.all().isEmpty()
                ? List.of()
                : List.of(
                        new Pings(
                                        heartbeats,
                                        config.heartbeats(),
                                        name -> lookNow.accept(HeartbeatChecks.id(name)),
                                        redaction,
                                        clock)
                                .route());
    }
}
