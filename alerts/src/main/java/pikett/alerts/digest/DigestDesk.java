package pikett.alerts.digest;

import java.util.List;
import pikett.alerts.incident.Incident;
import pikett.alerts.incident.Incidents;
import pikett.alerts.outbox.OutboxOverview;
import pikett.alerts.outbox.OutboxOverview.DeadDelivery;
import pikett.alerts.pipeline.Silences;

/// Collects the facts of digests. Safe for use by many threads.
public final class DigestDesk {
    private static final int NOISIEST = 5;

    /// More than anybody reads, and few enough to be read from the database at once.
    private static final int MOST_DEAD = 1000;

    private final Incidents incidents;
    private final Silences silences;
    private final OutboxOverview outbox;

    public DigestDesk(Incidents incidents, Silences silences, OutboxOverview outbox) {
        this.incidents = incidents;
        this.silences = silences;
        this.outbox = outbox;
    }

    /// What there is to say of a period that ends about now.
    ///
    /// @throws pikett.adapters.store.StoreUnavailableException when it could not be read
    public DigestFacts facts(Period period) {
        List<Incident> history = incidents.history(period.from());
        List<DeadDelivery> dead =
                outbox.dead(MOST_DEAD).stream()
                        .filter(delivery -> period.contains(delivery.diedAt()))
                        .toList();
        return new DigestFacts(
                period,
                DigestFacts.worstFirst(incidents.open()),
                Happened.in(period, history),
                Noise.in(period, history, NOISIEST),
                silences.active(),
                dead,
                outbox.broken());
    }
}
