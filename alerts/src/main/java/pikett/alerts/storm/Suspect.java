package pikett.alerts.storm;

/// What probably lies behind a storm.
public sealed interface Suspect {
    /// A service that fires itself, and that so many others of the storm need.
    record NeededService(String service, int dependents) implements Suspect {}

    /// A host on which so many of the storm's incidents are: more than half of all.
    record OneHost(String host, int incidents) implements Suspect {}

    /// An alert that so many of the storm's incidents are of: more than half of all.
    record OneKind(String alertName, int incidents) implements Suspect {}

    /// Nothing stands out.
    record Nobody() implements Suspect {}
}
