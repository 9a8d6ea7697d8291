package pikett.alerts.digest;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import pikett.alerts.incident.Headline;
import pikett.alerts.incident.Incident;
import pikett.alerts.mute.Silence;
import pikett.alerts.outbox.OutboxOverview.BrokenDestination;
import pikett.alerts.outbox.OutboxOverview.GivenUp;

/// What a digest says. Immutable.
///
/// @param open what goes on, the worst first, of those the oldest
/// @param longest the one that went on for longest within the period, if there was any
/// @param noisiest of which was heard most, the loudest first
/// @param silences that hide something now
/// @param dead deliveries that were given up in the period
/// @param broken destinations at which nothing arrives
/// @param outlook what becomes worse
public record DigestFacts(
        Period period,
        List<Headline> open,
        Happened happened,
        Optional<Headline> longest,
        List<Noise> noisiest,
        List<Silence> silences,
        GivenUp dead,
        List<BrokenDestination> broken,
        Outlook outlook) {
    /// So long before its end a certificate must be renewed by somebody.
    private static final Duration RENEW_BEFORE = Duration.ofDays(14);

    public DigestFacts {
        open = List.copyOf(open);
        noisiest = List.copyOf(noisiest);
        silences = List.copyOf(silences);
        broken = List.copyOf(broken);
    }

    /// Whether there is nothing that anybody must know: nothing goes on, nothing happened, all that was
    /// said arrived, and no certificate runs out within 14 days. Queues and restarts alone are a matter
    /// of checks, which raise an alert when it is bad enough.
    public boolean green() {
        return open.isEmpty()
                && happened.opened() == 0
                && happened.resolved() == 0
                && dead.count() == 0
                && broken.isEmpty()
                && outlook.certificates().stream()
                        .allMatch(each -> each.left(period.until()).compareTo(RENEW_BEFORE) > 0);
    }

    /// The worst first, of those the oldest.
    static List<Headline> worstFirst(Collection<Headline> incidents) {
        return incidents.stream()
                .sorted(
                        Comparator.comparing(Headline::incident, worstAndOldestFirst())
                                .thenComparingLong(line -> line.incident().number().value()))
                .toList();
    }

    private static Comparator<Incident> worstAndOldestFirst() {
        return Comparator.comparing(Incident::severity)
                .reversed()
                .thenComparing(Incident::openedAt);
    }
}
