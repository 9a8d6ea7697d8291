package pikett.bot.evidence;

/// One part of what a health endpoint says.
///
/// @param name as the endpoint calls it, with dots for what lies inside
/// @param state what its value says
/// @param detail the value and what stands beside it; empty when there is nothing to add
public record HealthPart(String name, State state, String detail) {
    /// What a value says.
    public enum State {
        /// It says that it is well.
        WELL,
        /// It says that it is not quite well.
        DEGRADED,
        /// It says that it is not well.
        UNWELL,
        /// It says nothing: null, empty, or a word such as `undefined`. Never shown as down.
        UNKNOWN,
        /// A figure or a text that is neither good nor bad.
        VALUE
    }
}
