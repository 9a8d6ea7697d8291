package pikett.alerts.inbound;

import java.util.List;
import java.util.Set;

/// What came of a payload.
public sealed interface Decoded {
    /// It is understood.
    ///
    /// @param strangeSeverities words for a severity that are not known; their alerts are warnings
    record Understood(List<Statement> statements, Set<String> strangeSeverities)
            implements Decoded {
        public Understood {
            statements = List.copyOf(statements);
            strangeSeverities = Set.copyOf(strangeSeverities);
        }
    }

    /// It is not, and never will be: the sender must be mended.
    ///
    /// @param why a sentence with the JSON pointer to what is wrong
    record Refused(String why) implements Decoded {}
}
