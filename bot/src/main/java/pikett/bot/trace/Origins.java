package pikett.bot.trace;

import io.opentelemetry.api.trace.SpanContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// In which span something began that goes on elsewhere; the latest thousand.
///
/// Safe for use by many threads.
final class Origins {
    private static final int KEPT = 1000;

    private final Map<String, SpanContext> known = new LinkedHashMap<>();

    /// What begins anew outside of any span has no origin any more.
    synchronized void put(String key, SpanContext span) {
        known.remove(key);
        if (span.isValid()) {
            known.put(key, span);
            if (known.size() > KEPT) {
                known.remove(known.keySet().iterator().next());
            }
        }
    }

    synchronized Optional<SpanContext> of(String key) {
        return Optional.ofNullable(known.get(key));
    }
}
