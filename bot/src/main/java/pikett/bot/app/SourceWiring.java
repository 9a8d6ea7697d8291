package pikett.bot.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import pikett.alerts.pipeline.SourceDesk;
import pikett.bot.inbound.Hooks;
import pikett.bot.inbound.Route;
import pikett.bot.inbound.Source;
import pikett.bot.inbound.Tally;
import pikett.config.InboundConfig;

/// The ways in for alerts from elsewhere, put together.
final class SourceWiring {
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final SourceDesk desk;
    private final UnaryOperator<String> redaction;
    private final InstantSource clock;

    SourceWiring(
            InboundConfig config,
            SourceDesk desk,
            UnaryOperator<String> redaction,
            InstantSource clock) {
        this.desk = desk;
        this.redaction = redaction;
        this.clock = clock;
        config.sources()
                .forEach((name, source) ->
                        sources.put(name, Source.of(name, source, redaction, clock)));
    }

    /// None where there is no source.
    List<Route> routes() {
        return sources.isEmpty()
                ? List.of()
                : List.of(new Hooks(sources, desk::accept, redaction, clock).route());
    }

    SourceWiring countedBy(MeterRegistry registry) {
        sources.values().forEach(source -> count(source, registry));
        return this;
    }

    private static void count(Source source, MeterRegistry registry) {
        for (Tally.Outcome outcome : Tally.Outcome.values()) {
            FunctionCounter.builder(
                            "pikett_inbound_payloads",
                            source.tally(),
                            tally -> tally.count(outcome))
                    .tag("source", source.name())
                    .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                    .description("Payloads of alerts from elsewhere, by what became of them")
                    .register(registry);
        }
    }
}
