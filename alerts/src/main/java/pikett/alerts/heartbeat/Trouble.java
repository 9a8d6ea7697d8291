package pikett.alerts.heartbeat;

import pikett.alerts.label.AlertName;

/// What can be the matter with a heartbeat.
public enum Trouble {
    /// It did not call in.
    LATE(AlertName.HEARTBEAT_LATE),
    /// Its last run did not end well.
    FAILED(AlertName.HEARTBEAT_FAILED),
    /// A run began and does not end.
    RUNS_TOO_LONG(AlertName.HEARTBEAT_RUNS_TOO_LONG);

    private final AlertName alert;

    Trouble(AlertName alert) {
        this.alert = alert;
    }

    public AlertName alert() {
        return alert;
    }
}
