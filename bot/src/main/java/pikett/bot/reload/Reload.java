package pikett.bot.reload;

/// Loads the configuration anew, all of it or nothing.
///
/// Safe for use by many threads; one goes on at a time.
@FunctionalInterface
public interface Reload {
    /// Reads it and follows it from now on, or stays with the one that is.
    ReloadOutcome reload();
}
