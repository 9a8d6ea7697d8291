package pikett.bot.trace;

import io.opentelemetry.context.Context;
import java.util.concurrent.Callable;

/// Takes the span that a thread is in along to another one.
public final class Trail {
    private Trail() {}

    public static Runnable carry(Runnable work) {
        return Context.current().wrap(work);
    }

    public static <T> Callable<T> carry(Callable<T> work) {
        return Context.current().wrap(work);
    }
}
