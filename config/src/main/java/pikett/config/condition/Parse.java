package pikett.config.condition;

/// What became of the text of a condition.
public sealed interface Parse {
    /// It is understood.
    record Understood(Condition condition) implements Parse {}

    /// It is not.
    ///
    /// @param column where the mistake is, from 1
    /// @param what what is wrong
    /// @param wayOut what to write instead
    record Mistake(int column, String what, String wayOut) implements Parse {}
}
