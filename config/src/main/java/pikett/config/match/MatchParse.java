package pikett.config.match;

/// What became of the text of a comparison.
public sealed interface MatchParse {
    /// It is understood.
    record Understood(LabelMatch match) implements MatchParse {}

    /// It is not.
    ///
    /// @param column where the mistake is, from 1
    /// @param what what is wrong
    /// @param wayOut what to write instead
    record Mistake(int column, String what, String wayOut) implements MatchParse {}
}
