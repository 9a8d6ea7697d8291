package pikett.alerts.digest;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import pikett.adapters.store.Store;
import pikett.alerts.incident.Headline;
import pikett.alerts.incident.Incident;
import pikett.alerts.incident.IncidentLedger;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.outbox.OutboxOverview;
import pikett.alerts.pipeline.Silences;

/// Collects the facts of digests. Safe for use by many threads.
public final class DigestDesk {
    private static final int NOISIEST = 5;
    private static final int NAMED_DEAD = 5;

    private final Store store;
    private final Silences silences;
    private final OutboxOverview outbox;
    private final Outlooks outlooks = new Outlooks();
    private final IncidentLedger ledger = new IncidentLedger();

    public DigestDesk(Store store, Silences silences, OutboxOverview outbox) {
        this.store = store;
        this.silences = silences;
        this.outbox = outbox;
    }

    /// What there is to say of a period that ended a short time ago.
    ///
    /// @throws pikett.adapters.store.StoreUnavailableException when it could not be read
    public DigestFacts facts(Period period) {
        return store.read(transaction -> facts(transaction, period));
    }

    /// The same, as part of the caller's transaction.
    DigestFacts facts(Handle transaction, Period period) {
        List<Incident> history = ledger.since(transaction, period.from());
        Happened happened = Happened.in(period, history);
        List<IncidentNumber> open =
                ledger.open(transaction).stream().map(Incident::number).toList();
        return new DigestFacts(
                period,
                DigestFacts.worstFirst(ledger.headlines(transaction, open)),
                happened,
                happened.longest().flatMap(longest -> headline(transaction, longest.incident())),
                Noise.in(period, history, NOISIEST),
                silences.active(transaction),
                outbox.givenUp(transaction, period.from(), period.until(), NAMED_DEAD),
                outbox.broken(transaction),
                outlooks.of(transaction, period));
    }

    private Optional<Headline> headline(Handle transaction, IncidentNumber number) {
        return ledger.headlines(transaction, List.of(number)).stream().findFirst();
    }
}
