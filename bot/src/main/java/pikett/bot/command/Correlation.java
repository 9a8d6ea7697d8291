package pikett.bot.command;

import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.MDC;
import pikett.bot.trace.Trail;

/// Marks everything that is logged while a request is worked on with the request's id and person.
public final class Correlation {
    /// What the id is called in logs.
    public static final String KEY = "correlation";

    /// What the person is called in logs.
    public static final String ACTOR = "actor";

    private Correlation() {}

    /// Runs the work under the id.
    public static void run(String id, String actor, Runnable work) {
        try (MDC.MDCCloseable _ = MDC.putCloseable(KEY, id);
                MDC.MDCCloseable _ = MDC.putCloseable(ACTOR, actor)) {
            work.run();
        }
    }

    /// Whether the calling thread works on something that was asked for.
    public static boolean isSet() {
        return MDC.get(KEY) != null;
    }

    /// The same question under the id and the person of the calling thread, for a thread that is
    /// started by it.
    public static <T> Callable<T> carry(Callable<T> question) {
        Map<String, String> context = MDC.getCopyOfContextMap();
        return Trail.carry(() -> {
            if (context != null) {
                MDC.setContextMap(context);
            }
            try {
                return question.call();
            } finally {
                MDC.clear();
            }
        });
    }
}
