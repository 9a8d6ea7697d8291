package pikett.bot.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import pikett.adapters.host.Host;
import pikett.adapters.http.Http;
import pikett.adapters.store.Store;
import pikett.alerts.check.Check;
import pikett.alerts.scheduler.Chore;
import pikett.bot.inbound.Route;
import pikett.bot.watch.CheckPlan;
import pikett.bot.watch.EarlierChecks;
import pikett.bot.watch.Sights;
import pikett.config.PikettConfig;

/// What is looked at by itself, and who may come in, as a configuration says.
///
/// Used by one thread at a time.
final class Looks {
    private final Ways ways;
    private final Host here;

    /// What it stands on.
    ///
    /// @param more chores that no configuration changes
    record Ways(
            Store store,
            Alerting alerting,
            Http http,
            UnaryOperator<String> redaction,
            Ground ground,
            SelfView self,
            MeterRegistry metrics,
            List<Chore> more,
            Supplier<Optional<Boolean>> reachesTelegram) {}

    /// The looks and ways in of one configuration.
    ///
    /// @param earlier for the next one
    record Planned(
            List<Check> checks,
            HeartbeatWiring heartbeats,
            SourceWiring sources,
            EarlierChecks earlier,
            PikettConfig config) {}

    Looks(Ways ways, Host here) {
        this.ways = ways;
        this.here = here;
    }

    /// Changes nothing.
    Planned plan(Reached.Now now, Optional<Planned> before) {
        PikettConfig config = now.config();
        HeartbeatWiring heartbeats =
                new HeartbeatWiring(config, ways.store(), ways.redaction(), ways.ground().clock());
        EarlierChecks earlier = before.map(Planned::earlier).orElseGet(EarlierChecks::none);
        List<Check> checks =
                new ArrayList<>(
                        new CheckPlan(
                                        new Sights(
                                                config,
                                                now.watched(),
                                                here,
                                                now.targets(),
                                                ways.http(),
                                                ways.alerting()::past,
                                                ways.redaction(),
                                                ways.ground().clock(),
                                                earlier))
                                .checks());
        checks.addAll(heartbeats.checks());
        SourceWiring sources =
                new SourceWiring(
                        config.inbound(), ways.alerting(), ways.redaction(), ways.ground().clock());
        before.map(Planned::sources).ifPresent(sources::after);
        return new Planned(checks, heartbeats, sources, earlier.next(), config);
    }

    /// From now on this is looked at. Fails before it changes anything.
    void follow(Planned planned) {
        List<Chore> chores = new ArrayList<>(planned.heartbeats().chores());
        chores.addAll(ways.more());
        ways.alerting().plan(planned.checks(), chores, ways.reachesTelegram());
    }

    /// What is served.
    List<Route> routes(Planned planned) {
        List<Route> routes = new ArrayList<>(planned.heartbeats().routes(ways.alerting()::lookNow));
        routes.addAll(planned.sources().countedBy(ways.metrics()).routes());
        routes.addAll(ways.self().pages(planned.config().server()));
        return routes;
    }
}
