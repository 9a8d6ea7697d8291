package pikett.bot.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import org.junit.jupiter.api.Test;

final class OriginsTest {
    private final Origins origins = new Origins();

    @Test
    void the_latest_span_counts() {
        origins.put("incident:1", span(1));
        origins.put("incident:1", span(2));

        assertThat(origins.of("incident:1")).contains(span(2));
    }

    @Test
    void what_begins_anew_outside_of_a_span_has_no_origin() {
        origins.put("incident:1", span(1));
        origins.put("incident:1", SpanContext.getInvalid());

        assertThat(origins.of("incident:1")).isEmpty();
    }

    @Test
    void a_thousand_are_kept() {
        for (int number = 1; number <= 1001; number++) {
            origins.put("incident:" + number, span(number));
        }

        assertThat(origins.of("incident:1")).isEmpty();
        assertThat(origins.of("incident:2")).isPresent();
        assertThat(origins.of("incident:1001")).isPresent();
    }

    private static SpanContext span(int number) {
        return SpanContext.create(
                "%032x".formatted(number),
                "%016x".formatted(number),
                TraceFlags.getSampled(),
                TraceState.getDefault());
    }
}
