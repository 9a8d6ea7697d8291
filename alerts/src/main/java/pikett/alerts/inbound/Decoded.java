package pikett.alerts.inbound;

import java.util.List;
import java.util.Set;

/// What came of a payload.
public sealed interface Decoded {
    /// It is understood, all of it or most.
    ///
    /// @param refused why, of each alert that is not: a sentence with the JSON pointer to what is wrong
    /// @param strangeSeverities words for a severity that are not known; their alerts are warnings
    record Understood(
            List<Statement> statements, List<String> refused, Set<String> strangeSeverities)
            implements Decoded {
        public Understood {
            statements = List.copyOf(statements);
            refused = List.copyOf(refused);
            strangeSeverities = Set.copyOf(strangeSeverities);
        }
    }

    /// Nothing of it is, and never will be: the sender must be mended.
    ///
    /// @param why a sentence with the JSON pointer to what is wrong
    record Refused(String why) implements Decoded {}
}
