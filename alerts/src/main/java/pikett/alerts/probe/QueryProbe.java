package pikett.alerts.probe;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import pikett.adapters.http.HttpCall;
import pikett.adapters.http.HttpResult;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;
import pikett.alerts.reading.Reading;
import pikett.config.condition.Name;

/// Reads the result of a query to Prometheus: one part for each series, or the value of a scalar.
///
/// A refused query has failed; an answer that is too large, or has no numbers, is unknown. Safe for use by
/// many threads.
public final class QueryProbe implements Probe {
    private static final Name VALUE = Name.of("value");
    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final int MOST_WORDS = 300;

    private final Endpoint api;
    private final String promql;
    private final InstantSource clock;

    /// @param prometheus its address, with the path under which it serves
    public QueryProbe(Endpoint prometheus, String promql, InstantSource clock) {
        this.api = prometheus.at("/api/v1/query");
        this.promql = promql;
        this.clock = clock;
    }

    @Override
    public Reading read(Instant deadline) {
        Look look = Look.begin(deadline, clock);
        HttpCall call =
                api.call(look)
                        .keeping(MOST_BYTES)
                        .posting("application/x-www-form-urlencoded", form(look));
        return switch (api.send(call)) {
            case HttpResult.Answered answered -> read(look, answered);
            case HttpResult.Failed(var _, Reason why, var _) -> Unanswered.of(look, why);
        };
    }

    /// Prometheus shall not calculate for longer than we wait.
    private String form(Look look) {
        return "query="
                + URLEncoder.encode(promql, StandardCharsets.UTF_8)
                + "&timeout="
                + look.left().toMillis()
                + "ms";
    }

    private Reading read(Look look, HttpResult.Answered answered) {
        if (answered.truncated()) {
            return look.unknown(Unreadable.tooLong(api, MOST_BYTES));
        }
        return switch (QueryAnswer.read(answered.body())) {
            case QueryAnswer.Vector(var elements) -> vector(look, answered, elements);
            case QueryAnswer.Scalar(double value) -> scalar(look, answered, value);
            case QueryAnswer.OtherKind(String kind) ->
                    look.unknown(Reason.of(Cause.QUERY_WITHOUT_NUMBERS, Detail.text(kind)));
            case QueryAnswer.Refused(String words) ->
                    Unanswered.of(
                            look,
                            Reason.of(Cause.PROMETHEUS_SAYS, Detail.text(api.place()))
                                    .said(Unreadable.cut(words, MOST_WORDS)));
            case QueryAnswer.Strange() -> Unanswered.of(look, strange(answered.status()));
        };
    }

    private Reason strange(int status) {
        return status == 200
                ? Reason.of(Cause.NOT_PROMETHEUS, Detail.text(api.place()))
                : Reason.of(Cause.HTTP_STATUS, Detail.number(status));
    }

    private static Reading vector(
            Look look, HttpResult.Answered answered, List<QueryAnswer.Element> elements) {
        Parts parts = new Parts();
        for (QueryAnswer.Element element : elements) {
            if (!parts.add(element.labels(), VALUE, element.value())) {
                return look.unknown(Reason.of(Cause.SERIES_ALIKE));
            }
        }
        return parts.size() > Parts.MOST
                ? look.unknown(Unreadable.tooMany(parts))
                : look.known(told(answered, elements.size()), parts.all());
    }

    private static Reading scalar(Look look, HttpResult.Answered answered, double value) {
        Found found = told(answered, 1);
        return look.known(Double.isNaN(value) ? found : found.number(VALUE, value));
    }

    private static Found told(HttpResult.Answered answered, int count) {
        return new Found()
                .flag("failed", false)
                .time("latency", answered.took())
                .number(Name.of("count"), count);
    }
}
