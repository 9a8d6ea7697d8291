package pikett.alerts.incident;

import java.time.Instant;

/// Something that happened to an incident.
///
/// @param who the person, the chat or the alert that it is about; may be empty
/// @param detail more of it; may be empty
public record TimelineEntry(Instant at, Kind kind, String who, String detail) {
    /// What happened.
    public enum Kind {
        /// Its first alert fires.
        OPENED,
        /// An alert fires; `who` is its name, `detail` its fingerprint.
        FIRED,
        /// An alert is over; `who` is its name, `detail` its fingerprint.
        ALERT_OVER,
        /// It is worse than before; `detail` is the severity.
        WORSE,
        /// A person took it.
        TAKEN,
        /// A person did something about it; `detail` says what.
        ACTED,
        /// A person hid alerts of it; `detail` is the number of the silence.
        SILENCED,
        /// The chat `who` was told; `detail` is the kind of reason.
        TOLD,
        /// It comes and goes.
        FLAPPING,
        /// It no longer comes and goes.
        SETTLED,
        /// Nothing of it fires.
        RESOLVED
    }
}
