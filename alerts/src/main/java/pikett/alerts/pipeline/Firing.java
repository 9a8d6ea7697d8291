package pikett.alerts.pipeline;

import java.util.List;
import org.jdbi.v3.core.Handle;
import pikett.alerts.alert.Alert;

/// What fires and may hide something, for several transactions in a row: read anew only when alerts were saved
/// meanwhile. One thread at a time, and short-lived.
final class Firing {
    private final Round round;
    private List<Alert> alerts = List.of();
    private long asOf = -1;

    Firing(Round round) {
        this.round = round;
    }

    /// Within a transaction that holds the lock of the ledger, so that no alert is being saved.
    List<Alert> alerts(Handle transaction) {
        long saved = round.saved();
        if (saved != asOf) {
            alerts = round.firing(transaction);
            asOf = saved;
        }
        return alerts;
    }
}
