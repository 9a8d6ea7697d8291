package pikett.alerts.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import pikett.adapters.failpoint.FailPoint;
import pikett.adapters.store.Store;
import pikett.alerts.alert.Alert;
import pikett.alerts.alert.Report;
import pikett.alerts.alert.Status;
import pikett.alerts.inbound.Account;
import pikett.alerts.inbound.Statement;
import pikett.alerts.incident.Filed;
import pikett.alerts.label.Fingerprint;

/// Takes in what sources from elsewhere say, and marks those of their alerts of which nothing is heard any
/// more. Safe for use by many threads.
public final class SourceDesk {
    private final Store store;
    private final Round round;
    private final Pipeline pipeline;

    public SourceDesk(Store store, Round round, Pipeline pipeline) {
        this.store = store;
        this.round = round;
        this.pipeline = pipeline;
    }

    /// Takes statements, in any order, with repeats. When this returns, they are kept.
    ///
    /// One without a time is about what fires at the moment; where nothing does, it begins something, or,
    /// when it says that something is over, means nothing.
    ///
    /// @throws pikett.adapters.store.StoreUnavailableException when nothing of it was kept
    public Pipeline.Accepted accept(Collection<Statement> statements) {
        if (statements.isEmpty()) {
            return new Pipeline.Accepted(0, Set.of());
        }
        FailPoint.BEFORE_TRANSACTION.pass();
        Pipeline.Accepted accepted =
                store.write(transaction -> {
                    round.ledger().lock(transaction);
                    return pipeline.accept(transaction, reports(transaction, statements));
                });
        FailPoint.ACCEPTED.pass();
        return accepted;
    }

    private List<Report> reports(Handle transaction, Collection<Statement> statements) {
        Set<Fingerprint> timeless =
                statements.stream()
                        .filter(statement -> statement.startsAt().isEmpty())
                        .map(Statement::fingerprint)
                        .collect(Collectors.toSet());
        Map<Fingerprint, Filed> known = round.ledger().known(transaction, timeless);
        return statements.stream()
                .flatMap(statement ->
                        began(statement, Optional.ofNullable(known.get(statement.fingerprint())))
                                .map(statement::report)
                                .stream())
                .toList();
    }

    private static Optional<Instant> began(Statement statement, Optional<Filed> known) {
        return statement
                .startsAt()
                .or(() -> known.map(Filed::alert).filter(Alert::firing).map(Alert::startsAt))
                .or(() ->
                        statement.status() == Status.FIRING
                                ? Optional.of(statement.seenAt())
                                : Optional.empty());
    }

    /// Marks alerts that still fire though their source has not spoken of them for too long: they may be
    /// over. What is heard of one again takes the mark away. To be called now and then.
    ///
    /// @param after how long may be silent, by the name of the source; alerts of others are left alone
    /// @return how many were marked
    /// @throws pikett.adapters.store.StoreUnavailableException when none was; the next call marks them
    public int markSilent(Map<String, Duration> after) {
        Instant now = round.now();
        if (store.read(transaction -> silent(transaction, after, now)).isEmpty()) {
            return 0;
        }
        return store.write(transaction -> {
            round.ledger().lock(transaction);
            List<Report> marks = silent(transaction, after, now);
            pipeline.accept(transaction, marks);
            return marks.size();
        });
    }

    private List<Report> silent(Handle transaction, Map<String, Duration> after, Instant now) {
        return round.ledger().firing(transaction).stream()
                .filter(alert ->
                        Optional.ofNullable(after.get(alert.source()))
                                .filter(patience ->
                                        alert.latest().at().plus(patience).isBefore(now))
                                .isPresent())
                .flatMap(alert -> marked(alert, now).stream())
                .toList();
    }

    private static Optional<Report> marked(Alert alert, Instant now) {
        Account account = Account.of(alert.latest().facts());
        return account.lastHeard().isPresent()
                ? Optional.empty()
                : Optional.of(
                        new Report(
                                alert.source(),
                                alert.labels(),
                                Status.FIRING,
                                alert.severity(),
                                alert.startsAt(),
                                now,
                                account.lastHeardAt(alert.latest().at()).facts()));
    }
}
