package pikett.bot.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import pikett.adapters.store.Store;
import pikett.adapters.store.Stores;
import pikett.alerts.alert.Facts;
import pikett.alerts.alert.Report;
import pikett.alerts.alert.Status;
import pikett.alerts.incident.Chat;
import pikett.alerts.incident.Incidents;
import pikett.alerts.label.Labels;
import pikett.alerts.label.Matchers;
import pikett.alerts.mute.Dependencies;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Rate;
import pikett.alerts.outbox.SqlOutbox;
import pikett.alerts.pipeline.IncidentDesk;
import pikett.alerts.pipeline.NotifyRules;
import pikett.alerts.pipeline.Pipeline;
import pikett.alerts.pipeline.Round;
import pikett.alerts.pipeline.Silences;
import pikett.alerts.pipeline.SourceDesk;
import pikett.alerts.route.Route;
import pikett.alerts.route.Routes;
import pikett.bot.audit.AuditLog;
import pikett.config.Secret;
import pikett.config.Severity;

/// A database in which alerts fire, and what commands about them work with.
public final class AlertedStore implements AutoCloseable {
    static final Instant NOW = Desk.NOW;
    static final Destination OPS = new Destination("telegram", Desk.GROUP_ADDRESS);

    private final CountedStore store;
    private final Round round;
    private final SqlOutbox outbox;

    public AlertedStore(Path folder) {
        store =
                new CountedStore(
                        Stores.open(new Secret("jdbc:sqlite:" + folder.resolve("pikett.db"))));
        outbox = new SqlOutbox(store, () -> NOW);
        round =
                new Round(
                        outbox,
                        AlertedStore::rules,
                        _ -> new Rate(1000, Duration.ofMinutes(1)),
                        () -> NOW);
    }

    public IncidentWays ways() {
        return new IncidentWays(
                new Incidents(store),
                new IncidentDesk(store, round),
                new Silences(store, round),
                new ActAudit(store, new AuditLog(() -> NOW, text -> text)),
                () -> NOW);
    }

    /// Where sources from elsewhere bring their alerts.
    public SourceDesk sources() {
        return new SourceDesk(store, round, new Pipeline(store, round));
    }

    /// How often something was read so far.
    int reads() {
        return store.reads.get();
    }

    void fires(Labels labels) {
        report(labels, Status.FIRING, Severity.CRITICAL);
    }

    void isOver(Labels labels) {
        report(labels, Status.RESOLVED, Severity.CRITICAL);
    }

    void report(Labels labels, Status status, Severity severity) {
        new Pipeline(store, round)
                .accept(
                        List.of(
                                new Report(
                                        "check", labels, status, severity, NOW, NOW, Facts.NONE)));
    }

    @Override
    public void close() {
        store.close();
    }

    private record CountedStore(Store store, AtomicInteger reads) implements Store {
        CountedStore(Store store) {
            this(store, new AtomicInteger());
        }

        @Override
        public <T> T write(Function<Handle, T> work) {
            return store.write(work);
        }

        @Override
        public <T> T read(Function<Handle, T> work) {
            reads.incrementAndGet();
            return store.read(work);
        }

        @Override
        public void close() {
            store.close();
        }
    }

    private static NotifyRules rules() {
        return new NotifyRules(
                List.of("service", "queue", "host"),
                Duration.ZERO,
                Duration.ofHours(2),
                new Routes(
                        List.of(),
                        new Route("all", Matchers.ANY, List.of("ops"), Optional.empty(), false)),
                Map.of(),
                List.of(),
                new Dependencies(Map.of()),
                Map.of("ops", new Chat("ops", OPS, Optional.empty())),
                List.of(),
                Map.of(),
                Optional.empty());
    }
}
