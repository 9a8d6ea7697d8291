package pikett.alerts.outbox;

/// What to say, opaque to the outbox; the sender renders it when it leaves.
///
/// @param kind tells the sender how to read the payload
/// @param payload JSON
public record Content(String kind, String payload) {}
