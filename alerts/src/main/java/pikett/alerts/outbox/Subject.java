package pikett.alerts.outbox;

/// What a delivery is about. Within a destination one subject is one message: a later delivery of the
/// same subject edits it, and replaces an earlier delivery that still waits.
///
/// @param value such as `answer:01J…` or `incident:42`
public record Subject(String value) {}
