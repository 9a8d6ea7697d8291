package pikett.alerts.outbox;

/// The outbox's number of a delivery.
public record DeliveryId(long value) {}
