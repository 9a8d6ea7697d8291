package pikett.bot.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import pikett.alerts.inbound.Statement;
import pikett.bot.inbound.Hooks;
import pikett.bot.inbound.Intake;
import pikett.bot.inbound.Route;
import pikett.bot.inbound.Source;
import pikett.bot.inbound.Tally;
import pikett.bot.inbound.alertmanager.AlertmanagerApi;
import pikett.config.InboundConfig;

/// The ways in for alerts from elsewhere, put together.
final class SourceWiring {
    private static final String PAYLOADS = "pikett_inbound_payloads";

    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final InboundConfig config;
    private final Alerting alerting;
    private final UnaryOperator<String> redaction;
    private final InstantSource clock;

    SourceWiring(
            InboundConfig config,
            Alerting alerting,
            UnaryOperator<String> redaction,
            InstantSource clock) {
        this.alerting = alerting;
        this.redaction = redaction;
        this.clock = clock;
        this.config = config;
        config.sources()
                .forEach((name, source) ->
                        sources.put(name, Source.of(name, source, redaction, clock)));
    }

    /// Those that are the same as before are the same, with what they may still send and what they sent.
    SourceWiring after(SourceWiring before) {
        before.sources.forEach((name, source) -> {
            if (Objects.equals(config.sources().get(name), before.config.sources().get(name))) {
                sources.put(name, source);
            }
        });
        return this;
    }

    /// None where there is no source.
    List<Route> routes() {
        if (sources.isEmpty()) {
            return List.of();
        }
        Consumer<List<Statement>> keep = alerting.sources()::accept;
        Hooks hooks = new Hooks(sources, keep, redaction, clock);
        AlertmanagerApi.Ways ways =
                new AlertmanagerApi.Ways(
                        alerting.board(),
                        alerting.silences(),
                        new Intake(keep, redaction, clock),
                        alerting.audited(),
                        new Ids(),
                        redaction,
                        clock);
        return Stream.concat(
                        Stream.of(hooks.route()),
                        AlertmanagerApi.route(sources.values(), ways).stream())
                .toList();
    }

    SourceWiring countedBy(MeterRegistry registry) {
        // A counter that is there already would go on counting what an earlier source is told.
        registry.find(PAYLOADS).functionCounters().forEach(registry::remove);
        sources.values().forEach(source -> count(source, registry));
        return this;
    }

    private static void count(Source source, MeterRegistry registry) {
        for (Tally.Outcome outcome : Tally.Outcome.values()) {
            FunctionCounter.builder(PAYLOADS, source.tally(), tally -> tally.count(outcome))
                    .tag("source", source.name())
                    .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                    .description("Payloads of alerts from elsewhere, by what became of them")
                    .register(registry);
        }
    }
}
