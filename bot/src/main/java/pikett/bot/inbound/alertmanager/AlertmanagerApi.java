package pikett.bot.inbound.alertmanager;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.alerts.pipeline.AlertBoard;
import pikett.alerts.pipeline.Silences;
import pikett.bot.audit.AuditedActs;
import pikett.bot.inbound.Allowance;
import pikett.bot.inbound.Answerer;
import pikett.bot.inbound.Call;
import pikett.bot.inbound.Head;
import pikett.bot.inbound.Headers;
import pikett.bot.inbound.Intake;
import pikett.bot.inbound.Page;
import pikett.bot.inbound.Route;
import pikett.bot.inbound.Source;
import pikett.bot.inbound.Tally.Outcome;
import pikett.config.Frequency;
import pikett.config.SourceConfig.Credentials;
import pikett.config.SourceConfig.Payload;

/// `/api/v2`, as far as Prometheus, `amtool` and dashboards use it. The bearer says which source asks.
///
/// Who reads too often is told to come back, and is not heard less for that. Thread-safe.
public final class AlertmanagerApi implements Answerer {
    private static final Logger LOG = LoggerFactory.getLogger(AlertmanagerApi.class);
    private static final Frequency LOGGED = new Frequency(3, Duration.ofMinutes(1));
    private static final String SILENCE = "silence/";

    private final List<Source> sources;
    private final Map<String, Allowance> reads = new LinkedHashMap<>();
    private final Allowance loggedTurnedAway;
    private final AlertPages alerts;
    private final SilencePages silences;
    private final StatusPage status;

    /// What it shows and does.
    ///
    /// @param ids correlate what is audited with the log
    /// @param redaction takes secrets out of a text
    public record Ways(
            AlertBoard board,
            Silences silences,
            Intake intake,
            AuditedActs audit,
            Supplier<String> ids,
            UnaryOperator<String> redaction,
            InstantSource clock) {}

    private AlertmanagerApi(List<Source> sources, Ways ways) {
        this.sources = sources;
        sources.forEach(source ->
                reads.put(source.name(), new Allowance(source.config().atMost(), ways.clock())));
        this.loggedTurnedAway = new Allowance(LOGGED, ways.clock());
        ApiJson json = new ApiJson(ways.redaction());
        this.alerts = new AlertPages(ways.board(), ways.intake(), json, ways.clock());
        this.silences =
                new SilencePages(ways.silences(), ways.audit(), ways.ids(), json, ways.clock());
        this.status = new StatusPage(ways.board(), ways.clock().instant());
    }

    /// @return none where no source is an Alertmanager with a bearer: who signs cannot ask
    public static Optional<Route> route(Collection<Source> all, Ways ways) {
        List<Source> sources =
                all.stream()
                        .filter(source -> source.config().payload() instanceof Payload.Alertmanager)
                        .filter(source ->
                                source.config().credentials() instanceof Credentials.Bearer)
                        .toList();
        return sources.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Route(
                                "/api/v2/",
                                Set.of("GET", "POST", "DELETE"),
                                new AlertmanagerApi(sources, ways)));
    }

    /// Holds what is shown against the secrets of every source, whichever it is.
    private Optional<Source> source(Headers headers) {
        List<Source> known = new ArrayList<>();
        for (Source source : sources) {
            if (source.authentication().isByPassword(headers)) {
                known.add(source);
            }
        }
        return known.stream().findFirst();
    }

    @Override
    public Optional<Page> turnAway(Head head) {
        if (source(head.headers()).isPresent()) {
            return Optional.empty();
        }
        if (sources.size() == 1) {
            sources.getFirst().tally().add(Outcome.UNAUTHENTICATED);
        }
        if (loggedTurnedAway.take().isEmpty()) {
            LOG.warn("caller of /api/v2 turned away, secret is wrong");
        }
        return Optional.of(ApiPage.refused(401, "Not known.").with("WWW-Authenticate", "Bearer"));
    }

    @Override
    public int bodyAtMost(Head head) {
        return head.method().equals("POST")
                ? source(head.headers()).map(source -> source.config().maxBytes()).orElse(0)
                : 0;
    }

    @Override
    public Page answer(Call call) {
        Source source =
                source(call.head().headers())
                        .orElseThrow(() -> new IllegalStateException("turned away before"));
        Map<String, Function<Call, Page>> methods = methods(source, call.head().rest());
        if (methods.isEmpty()) {
            return ApiPage.refused(
                    404, "path /api/v2/%s was not found".formatted(call.head().rest()));
        }
        String method = call.head().method().equals("HEAD") ? "GET" : call.head().method();
        Function<Call, Page> answer = methods.get(method);
        if (answer == null) {
            String allowed = String.join(",", new TreeSet<>(methods.keySet()));
            return ApiPage.refused(
                            405,
                            "method %s is not allowed, but [%s] are".formatted(method, allowed))
                    .with("Allow", allowed);
        }
        if (method.equals("POST") && !isJson(call.head().headers())) {
            return ApiPage.refused(
                    415, "unsupported media type, only [application/json] are allowed");
        }
        return answer.apply(call);
    }

    /// What can be done at a path, by the method of HTTP.
    private Map<String, Function<Call, Page>> methods(Source source, String path) {
        return switch (path) {
            case "status" -> Map.of("GET", reading(source, _ -> status.page()));
            case "receivers" -> Map.of("GET", reading(source, _ -> alerts.receivers()));
            case "alerts/groups" -> Map.of("GET", reading(source, alerts::groups));
            case "alerts" ->
                    Map.of(
                            "GET",
                            reading(source, alerts::list),
                            "POST",
                            call -> alerts.post(source, call.body()));
            case "silences" ->
                    Map.of(
                            "GET", reading(source, silences::list),
                            "POST", acting(source, call -> silences.post(source, call.body())));
            default -> path.startsWith(SILENCE) ? ofSilence(source, path) : Map.of();
        };
    }

    private Map<String, Function<Call, Page>> ofSilence(Source source, String path) {
        String id = path.substring(SILENCE.length());
        return Map.of(
                "GET", reading(source, _ -> silences.show(id)),
                "DELETE", acting(source, _ -> silences.end(source, id)));
    }

    private Function<Call, Page> reading(Source source, Function<Head, Page> answer) {
        Allowance allowance = reads.get(source.name());
        return call ->
                Optional.ofNullable(allowance)
                        .flatMap(Allowance::take)
                        .map(ApiPage::later)
                        .orElseGet(() -> answer.apply(call.head()));
    }

    private static Function<Call, Page> acting(Source source, Function<Call, Page> answer) {
        return call ->
                source.allowance().take().map(ApiPage::later).orElseGet(() -> answer.apply(call));
    }

    private static boolean isJson(Headers headers) {
        return headers.only("Content-Type")
                .map(type -> type.split(";", 2)[0].strip())
                .filter(type -> type.equalsIgnoreCase("application/json"))
                .isPresent();
    }
}
