package pikett.bot.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import pikett.adapters.store.Store;

/// Writes down what somebody is about to do, has it done, and writes down what came of it.
///
/// Safe for use by many threads.
public final class AuditedActs {
    private final Store store;
    private final AuditLog log;

    public AuditedActs(Store store, AuditLog log) {
        this.store = store;
        this.log = log;
    }

    /// Nothing is done when the intent cannot be written.
    ///
    /// @param end what came of it, in a few words
    public <T> T around(Intent intent, Supplier<T> deed, Function<T, String> end) {
        AuditId id = store.write(transaction -> log.intend(transaction, intent));
        T done = deed.get();
        store.write(
                transaction -> log.result(transaction, id, json(Map.of("end", end.apply(done)))));
        return done;
    }

    /// A JSON object of these fields, in the order of their names.
    public static String json(Map<String, String> fields) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        fields.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(field -> json.put(field.getKey(), field.getValue()));
        return json.toString();
    }
}
