package pikett.alerts.digest;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import pikett.alerts.incident.Incident;
import pikett.alerts.mute.Silence;
import pikett.alerts.outbox.OutboxOverview.BrokenDestination;
import pikett.alerts.outbox.OutboxOverview.DeadDelivery;

/// What a digest says. Immutable.
///
/// @param open what goes on, the worst first, of those the oldest
/// @param noisiest of which was heard most, the loudest first
/// @param silences that hide something now
/// @param dead deliveries that were given up in the period, the latest first
/// @param broken destinations at which nothing arrives
public record DigestFacts(
        Period period,
        List<Incident> open,
        Happened happened,
        List<Noise> noisiest,
        List<Silence> silences,
        List<DeadDelivery> dead,
        List<BrokenDestination> broken) {
    public DigestFacts {
        open = List.copyOf(open);
        noisiest = List.copyOf(noisiest);
        silences = List.copyOf(silences);
        dead = List.copyOf(dead);
        broken = List.copyOf(broken);
    }

    /// Whether there is nothing that anybody must know: nothing goes on, nothing happened, and all that
    /// was said arrived.
    public boolean green() {
        return open.isEmpty()
                && happened.opened() == 0
                && happened.resolved() == 0
                && dead.isEmpty()
                && broken.isEmpty();
    }

    /// The worst first, of those the oldest.
    static List<Incident> worstFirst(Collection<Incident> incidents) {
        return incidents.stream()
                .sorted(
                        Comparator.comparing(Incident::severity)
                                .reversed()
                                .thenComparing(Incident::openedAt)
                                .thenComparingLong(incident -> incident.number().value()))
                .toList();
    }
}
