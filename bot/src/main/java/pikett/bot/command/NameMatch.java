package pikett.bot.command;

import java.util.List;

/// What a typed name means.
public sealed interface NameMatch {
    /// One name of the list.
    record Found(String name) implements NameMatch {}

    /// Short for several names.
    record Ambiguous(List<String> names) implements NameMatch {}

    /// No name, not even shortened.
    ///
    /// @param suggestions names that look like it, best first; often none
    record Missing(List<String> suggestions) implements NameMatch {}
}
