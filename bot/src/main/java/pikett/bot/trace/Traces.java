package pikett.bot.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.adapters.store.Store;
import pikett.alerts.check.Check;
import pikett.alerts.check.CheckDesk;
import pikett.alerts.label.Fingerprint;
import pikett.alerts.outbox.Outbox;
import pikett.alerts.outbox.Subject;

/// Traces by OTLP for whoever names a collector in the environment: from an update to the command to the shell of a
/// host and to the answer, and from the look of a check to the alert to what is said at once. Without a collector
/// nothing is recorded.
///
/// A span carries names of the configuration and how it ended, never a text, an argument or a person. Traces are best
/// effort: a collector that is away costs the traces and nothing else. What a span led to is known in memory only:
/// what leaves after a restart, or because its time has come, begins a trace of its own.
///
/// Safe for use by many threads.
public final class Traces implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Traces.class);
    private static final String NAME = "pikett";
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(2);

    private final Optional<OpenTelemetrySdk> sdk;
    private final Tracer tracer;
    private final Origins looks = new Origins();
    private final Origins posts = new Origins();

    private Traces(Optional<OpenTelemetrySdk> sdk) {
        this.sdk = sdk;
        this.tracer =
                sdk.<OpenTelemetry>map(each -> each).orElseGet(OpenTelemetry::noop).getTracer(NAME);
    }

    /// Nothing is recorded.
    public static Traces none() {
        return new Traces(Optional.empty());
    }

    /// As the environment says: on when it has `OTEL_EXPORTER_OTLP_ENDPOINT` or `OTEL_EXPORTER_OTLP_TRACES_ENDPOINT`,
    /// set up by all that OpenTelemetry reads there. What cannot be understood is a warning in the log, and no traces: nobody stays without an on-call
    /// desk for them.
    public static Traces of(Map<String, String> environment) {
        try {
            return new Traces(OtelSettings.of(environment).map(Traces::sdk));
        } catch (ConfigurationException e) {
            // Its message may have an address in it, and that a password.
            LOG.warn(
                    "no traces: OpenTelemetry does not understand one of these in the environment: {}",
                    OtelSettings.names(environment));
            return none();
        }
    }

    private static OpenTelemetrySdk sdk(Map<String, String> settings) {
        return AutoConfiguredOpenTelemetrySdk.builder()
                .disableShutdownHook()
                .addPropertiesSupplier(() -> settings)
                .build()
                .getOpenTelemetrySdk();
    }

    /// A span below the one that the calling thread is in.
    public TraceSpan span(String name) {
        return new TraceSpan(tracer.spanBuilder(name).startSpan());
    }

    /// A span below the one in which the outbox was given what is said.
    ///
    /// @param subject of what is said
    public TraceSpan after(String name, Subject subject) {
        return below(name, posts.of(subject.value()).stream().toList());
    }

    /// A span below the looks that brought these alerts.
    TraceSpan after(String name, Collection<Fingerprint> alerts) {
        return below(
                name, alerts.stream().flatMap(alert -> looks.of(alert.value()).stream()).toList());
    }

    /// The first is its parent, the others are linked; without any it begins a trace of its own.
    private TraceSpan below(String name, List<SpanContext> origins) {
        SpanBuilder span = tracer.spanBuilder(name).setNoParent();
        origins.stream()
                .limit(1)
                .forEach(origin -> span.setParent(Context.root().with(Span.wrap(origin))));
        origins.stream().skip(1).forEach(span::addLink);
        return new TraceSpan(span.startSpan());
    }

    /// This is said because of the span that the calling thread is in.
    void posted(Subject subject) {
        posts.put(subject.value(), Span.current().getSpanContext());
    }

    /// This alert was seen in the span that the calling thread is in.
    void seen(Fingerprint alert) {
        looks.put(alert.value(), Span.current().getSpanContext());
    }

    /// The same outbox, which remembers in which span it was given what.
    public Outbox outbox(Outbox outbox) {
        return sdk.isPresent() ? new TracedOutbox(outbox, this) : outbox;
    }

    /// The same store, whose work is in the span of whoever wants it done.
    public Store store(Store store) {
        return sdk.isPresent() ? new TracedStore(store) : store;
    }

    /// The same check, each of whose looks is a span.
    public Check check(Check check) {
        return sdk.isPresent()
                ? new Check(
                        check.id(),
                        check.place(),
                        check.rhythm(),
                        check.atMost(),
                        check.patience(),
                        new TracedEye(check.id(), check.eye(), this))
                : check;
    }

    /// The same, where what is reported is a span below the looks that brought it.
    public CheckDesk.Reports reports(CheckDesk.Reports reports) {
        return sdk.isPresent() ? new TracedReports(reports, this) : reports;
    }

    /// Sends what is still to be sent, for two seconds: a stop waits for nobody's collector.
    @Override
    public void close() {
        sdk.ifPresent(each -> each.shutdown().join(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS));
    }
}
