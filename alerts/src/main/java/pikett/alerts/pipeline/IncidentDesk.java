package pikett.alerts.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pikett.adapters.store.Store;
import pikett.alerts.incident.Case;
import pikett.alerts.incident.Incident;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.incident.TimelineEntry;
import pikett.alerts.incident.TimelineEntry.Kind;

/// What people do with incidents. Safe for use by many threads.
public final class IncidentDesk {
    private final Store store;
    private final Round round;

    public IncidentDesk(Store store, Round round) {
        this.store = store;
        this.round = round;
    }

    /// What became of the wish to take an incident.
    public sealed interface Taking {
        /// It is the person's now.
        ///
        /// @param from who had it before
        record Done(Optional<String> from) implements Taking {}

        /// It was the person's already.
        record WasYours() implements Taking {}

        /// Nothing of it fires any more.
        record WasOver() implements Taking {}

        /// There is none of this number.
        record Unknown() implements Taking {}
    }

    /// Gives an incident to a person, also when another one has it: it then changes hands.
    public Taking take(IncidentNumber number, String person) {
        Instant now = round.now();
        return store.write(transaction -> {
            round.ledger().lock(transaction);
            Optional<Case> found =
                    round.ledger().cases(transaction, List.of(number)).values().stream()
                            .findFirst();
            if (found.isEmpty()) {
                return new Taking.Unknown();
            }
            Incident incident = found.get().incident();
            Optional<String> before = incident.taken().map(taken -> taken.by());
            if (incident.resolved()) {
                return new Taking.WasOver();
            }
            if (before.filter(person::equals).isPresent()) {
                return new Taking.WasYours();
            }
            TimelineEntry entry = new TimelineEntry(now, Kind.TAKEN, person, "");
            Case taken = found.get().after(incident.takenBy(person, now), entry);
            round.run(transaction, List.of(taken), now);
            return new Taking.Done(before);
        });
    }

    /// Notes what a person did about an incident, such as the restart of a service, also when it is over
    /// by then. It is what is remembered the next time.
    ///
    /// @return whether there is such an incident
    public boolean acted(IncidentNumber number, String person, String what) {
        Instant now = round.now();
        return store.write(transaction -> {
            boolean known = !round.ledger().cases(transaction, List.of(number)).isEmpty();
            if (known) {
                TimelineEntry entry = new TimelineEntry(now, Kind.ACTED, person, what);
                round.ledger().note(transaction, number, entry);
            }
            return known;
        });
    }
}
