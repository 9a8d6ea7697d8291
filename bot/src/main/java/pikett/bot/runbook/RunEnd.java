package pikett.bot.runbook;

/// How a run ended.
public enum RunEnd {
    /// Every step did what it should.
    SUCCEEDED,
    /// A step failed; the later ones were not started.
    FAILED,
    /// A person stopped it.
    STOPPED,
    /// It was cut off: what was running may or may not have been done. It is never repeated by itself.
    UNKNOWN
}
