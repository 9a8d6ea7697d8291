package pikett.alerts.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The alerts of a payload that brings several. One that cannot be understood costs only itself: the
/// sender will not send the others again.
///
/// @param refused why, of each that is not understood
record AlertList(List<Statement> statements, List<String> refused) {
    /// @param at where the list stands, as a JSON pointer; empty when it is all there is
    /// @throws RefusedException when there are some and none is understood
    static AlertList read(JsonNode list, String at, Function<AlertNode, Statement> statement) {
        List<Statement> statements = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (int index = 0; index < list.size(); index++) {
            try {
                statements.add(statement.apply(AlertNode.of(list.path(index), at + "/" + index)));
            } catch (RefusedException wrong) {
                refused.add(String.valueOf(wrong.getMessage()));
            }
        }
        if (statements.isEmpty() && !refused.isEmpty()) {
            throw new RefusedException(refused.getFirst());
        }
        return new AlertList(statements, refused);
    }
}
