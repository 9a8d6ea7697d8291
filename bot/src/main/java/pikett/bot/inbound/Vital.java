package pikett.bot.inbound;

import java.util.function.Supplier;

/// One thing that must be well for Pikett to do its duty.
///
/// @param name such as `store` or `polling`
/// @param needed whether Pikett is not ready without it; otherwise it is only shown
/// @param state asked at each request; must be quick and never throw
public record Vital(String name, boolean needed, Supplier<State> state) {
    /// How it is.
    ///
    /// @param word for people and machines, such as `up` or `no poll for 3 min`; no secret
    public record State(boolean well, String word) {}
}
