package pikett.alerts.scheduler;

/// What becomes of times that passed while nobody was there.
public enum CatchUp {
    /// Nothing: the next regular time is soon enough.
    SKIP,
    /// If at least one passed since it ran last, it runs once, at once. What never ran missed nothing.
    ONCE,
    /// It runs soon after each start, whether something was missed or not.
    AT_START
}
