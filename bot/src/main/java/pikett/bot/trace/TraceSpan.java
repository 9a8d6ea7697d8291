package pikett.bot.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/// Something that has begun. Ended by one of those that run work in it.
public final class TraceSpan {
    private final Span span;

    TraceSpan(Span span) {
        this.span = span;
    }

    /// @param value a name of the configuration, or one of few words
    public TraceSpan with(String key, String value) {
        span.setAttribute("pikett." + key, value);
        return this;
    }

    /// Runs the work, and is over with it.
    public <T> T during(Supplier<T> work) {
        try (Scope _ = span.makeCurrent()) {
            return work.get();
        } catch (RuntimeException | Error e) {
            failed(e);
            throw e;
        } finally {
            span.end();
        }
    }

    /// The same for work that gives nothing.
    public void during(Runnable work) {
        during(() -> {
            work.run();
            return true;
        });
    }

    /// Begins the work, and is over when the work is.
    public CompletionStage<?> until(Supplier<? extends CompletionStage<?>> work) {
        try (Scope _ = span.makeCurrent()) {
            return work.get()
                    .whenComplete((_, failure) -> {
                        if (failure != null) {
                            failed(failure);
                        }
                        span.end();
                    });
        } catch (RuntimeException | Error e) {
            failed(e);
            span.end();
            throw e;
        }
    }

    /// By its kind alone: what an exception says may be a text of others.
    private void failed(Throwable failure) {
        Throwable cause = failure.getCause();
        Throwable kind = failure instanceof CompletionException && cause != null ? cause : failure;
        span.setStatus(StatusCode.ERROR, kind.getClass().getSimpleName());
    }
}
