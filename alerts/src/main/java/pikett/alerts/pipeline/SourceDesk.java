package pikett.alerts.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import pikett.adapters.failpoint.FailPoint;
import pikett.adapters.store.Store;
import pikett.adapters.store.StoreUnavailableException;
import pikett.alerts.alert.Alert;
import pikett.alerts.alert.Report;
import pikett.alerts.alert.Status;
import pikett.alerts.check.CheckRound;
import pikett.alerts.inbound.Account;
import pikett.alerts.inbound.Statement;
import pikett.alerts.incident.Filed;
import pikett.alerts.label.Fingerprint;

/// Takes in what sources from elsewhere say, ends what held until now only, and marks those of their alerts
/// of which nothing is heard any more. Safe for use by many threads.
public final class SourceDesk {
    /// Who repeats what it says does so within this.
    private static final Duration REPEATED = Duration.ofMinutes(5);

    /// Whoever did not look for so long could not hear either.
    private static final Duration ASLEEP = Duration.ofMinutes(1);

    private final Store store;
    private final Round round;
    private final Pipeline pipeline;
    private final AtomicReference<Instant> hearsSince;
    private final AtomicReference<Instant> looked;

    public SourceDesk(Store store, Round round, Pipeline pipeline) {
        this.store = store;
        this.round = round;
        this.pipeline = pipeline;
        this.hearsSince = new AtomicReference<>(round.now());
        this.looked = new AtomicReference<>(round.now());
    }

    /// Takes statements, in any order, with repeats. When this returns, they are kept.
    ///
    /// One without a time is about what fires at the moment; where nothing does, it begins something, or,
    /// when it says that something is over, means nothing.
    ///
    /// @throws StoreUnavailableException when nothing of it was kept
    public Pipeline.Accepted accept(Collection<Statement> statements) {
        if (statements.isEmpty()) {
            return new Pipeline.Accepted(0, Set.of());
        }
        FailPoint.BEFORE_TRANSACTION.pass();
        Pipeline.Accepted accepted = kept(statements);
        FailPoint.ACCEPTED.pass();
        return accepted;
    }

    private Pipeline.Accepted kept(Collection<Statement> statements) {
        try {
            return store.write(transaction -> {
                round.ledger().lock(transaction);
                return pipeline.acceptUnderLock(transaction, reports(transaction, statements));
            });
        } catch (StoreUnavailableException e) {
            hearsSince.set(round.now());
            throw e;
        }
    }

    private List<Report> reports(Handle transaction, Collection<Statement> statements) {
        Set<Fingerprint> spokenOf =
                statements.stream().map(Statement::fingerprint).collect(Collectors.toSet());
        Map<Fingerprint, Filed> known = round.ledger().known(transaction, spokenOf);
        return statements.stream()
                .flatMap(statement ->
                        began(
                                statement,
                                Optional.ofNullable(known.get(statement.fingerprint()))
                                        .map(Filed::alert))
                                .map(statement::report)
                                .stream())
                .toList();
    }

    private static Optional<Instant> began(Statement statement, Optional<Alert> known) {
        return known.flatMap(alert -> TimeOfFiring.spokenOf(statement, alert))
                .or(statement::startsAt)
                .or(() ->
                        statement.status() == Status.FIRING
                                ? Optional.of(statement.seenAt())
                                : Optional.empty());
    }

    /// Ends alerts that held until now at most and were not repeated. What could not be repeated, because
    /// Pikett was away or could keep nothing, gets the time for it. To be called every few seconds.
    ///
    /// @return how many were ended
    /// @throws StoreUnavailableException when none was; a later call ends them
    public int endLapsed() {
        Instant now = round.now();
        if (looked.getAndSet(now).plus(ASLEEP).isBefore(now)) {
            hearsSince.set(now);
        }
        if (hearsSince.get().plus(REPEATED).isAfter(now)) {
            return 0;
        }
        try {
            return endLapsed(now);
        } catch (StoreUnavailableException e) {
            hearsSince.set(now);
            throw e;
        }
    }

    private int endLapsed(Instant now) {
        if (store.read(transaction -> lapsed(transaction, now)).isEmpty()) {
            return 0;
        }
        return store.write(transaction -> {
            round.ledger().lock(transaction);
            List<Report> ends = lapsed(transaction, now);
            pipeline.acceptUnderLock(transaction, ends);
            return ends.size();
        });
    }

    private List<Report> lapsed(Handle transaction, Instant now) {
        return round.ledger().firing(transaction).stream()
                .flatMap(alert ->
                        TimeOfFiring.lapse(alert)
                                .filter(until -> !until.isAfter(now))
                                .map(until -> TimeOfFiring.ended(alert, until))
                                .stream())
                .toList();
    }

    /// Marks alerts that still fire though their source has not spoken of them for too long: they may be
    /// over. What is heard of one again takes the mark away. To be called now and then.
    ///
    /// @param after how long may be silent, by the name of the source; one that is not here is no source
    ///     any more, and nothing will be heard of its alerts
    /// @return how many were marked
    /// @throws StoreUnavailableException when none was; the next call marks them
    public int markSilent(Map<String, Duration> after) {
        Instant now = round.now();
        if (store.read(transaction -> silent(transaction, after, now)).isEmpty()) {
            return 0;
        }
        return store.write(transaction -> {
            round.ledger().lock(transaction);
            List<Report> marks = silent(transaction, after, now);
            pipeline.acceptUnderLock(transaction, marks);
            return marks.size();
        });
    }

    private List<Report> silent(Handle transaction, Map<String, Duration> after, Instant now) {
        return round.ledger().firing(transaction).stream()
                .filter(alert -> !alert.source().equals(CheckRound.SOURCE))
                .filter(alert ->
                        alert.latest()
                                .at()
                                .plus(after.getOrDefault(alert.source(), Duration.ZERO))
                                .isBefore(now))
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
