package pikett.alerts.outbox;

/// Where something is said: a chat with its topic, an address. Deliveries to one destination leave in
/// order; destinations do not wait for each other.
///
/// @param channel the sender that serves it, such as `telegram`
/// @param address in that channel's own form
public record Destination(String channel, String address) {}
