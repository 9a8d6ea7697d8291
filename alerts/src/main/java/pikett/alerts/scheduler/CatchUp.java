package pikett.alerts.scheduler;

/// What becomes of times that passed while nobody was there.
public enum CatchUp {
    /// Nothing: the next regular time is soon enough.
    SKIP,
    /// If at least one passed since it ran last, it runs once, at once, for the latest of them. What never
    /// ran counts from when it was first planned.
    ONCE,
    /// It runs soon after each start, whether something was missed or not.
    AT_START
}
