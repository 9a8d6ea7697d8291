package pikett.bot.command;

import java.util.function.Supplier;
import pikett.adapters.store.Store;
import pikett.bot.audit.AuditId;
import pikett.bot.audit.AuditLog;
import pikett.bot.audit.Intent;

/// Writes down what a person is about to do, has it done, and writes down what came of it.
///
/// Safe for use by many threads.
public final class ActAudit {
    private final Store store;
    private final AuditLog log;

    public ActAudit(Store store, AuditLog log) {
        this.store = store;
        this.log = log;
    }

    /// Nothing is done when the intent cannot be written.
    <T> T around(Request request, String act, String target, Supplier<T> deed) {
        Intent intent =
                new Intent(request.person().name(), act, target, "{}", request.correlation());
        AuditId id = store.write(transaction -> log.intend(transaction, intent));
        T done = deed.get();
        String how = done.getClass().getSimpleName();
        store.write(transaction -> log.result(transaction, id, "{\"end\":\"" + how + "\"}"));
        return done;
    }
}
