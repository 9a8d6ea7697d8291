package pikett.bot.command;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import pikett.adapters.store.Store;
import pikett.bot.audit.AuditLog;
import pikett.bot.audit.AuditedActs;
import pikett.bot.audit.Intent;

/// Writes down what a person is about to do, has it done, and writes down what came of it.
///
/// Safe for use by many threads.
public final class ActAudit {
    private final AuditedActs acts;

    public ActAudit(Store store, AuditLog log) {
        this.acts = new AuditedActs(store, log);
    }

    /// What is about to be done.
    ///
    /// @param name the command's
    /// @param detail what exactly, where the target does not say it all
    record Act(String name, String target, Map<String, String> detail) {
        Act {
            detail = Map.copyOf(detail);
        }

        Act(String name, String target) {
            this(name, target, Map.of());
        }
    }

    /// Nothing is done when the intent cannot be written.
    ///
    /// @param end what came of it, in a few words
    <T> T around(Request request, Act act, Supplier<T> deed, Function<T, String> end) {
        Intent intent =
                new Intent(
                        request.person().name(),
                        act.name(),
                        act.target(),
                        AuditedActs.json(act.detail()),
                        request.correlation());
        return acts.around(intent, deed, end);
    }
}
