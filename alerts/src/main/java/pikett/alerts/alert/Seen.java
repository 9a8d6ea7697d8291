package pikett.alerts.alert;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import pikett.config.Severity;

/// What one report saw, in a total order: firing tells more than resolved, later more than earlier. The
/// rest of the order only makes it the same everywhere.
///
/// @param at when
public record Seen(Status status, Instant at, Severity severity, Facts facts)
        implements Comparable<Seen> {
    private static final Comparator<Seen> ORDER =
            Comparator.comparing((Seen seen) -> seen.status() == Status.FIRING)
                    .thenComparing(Seen::at)
                    .thenComparing(Seen::severity)
                    .thenComparing(seen -> seen.facts().json());

    @Override
    public int compareTo(Seen other) {
        return ORDER.compare(this, other);
    }

    Seen later(Seen other) {
        return Collections.max(List.of(this, other));
    }
}
