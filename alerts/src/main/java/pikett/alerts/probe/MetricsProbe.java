package pikett.alerts.probe;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pikett.adapters.http.HttpCall;
import pikett.adapters.http.HttpResult;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;
import pikett.alerts.exposition.Exposition;
import pikett.alerts.exposition.MetricLine;
import pikett.alerts.reading.Reading;
import pikett.config.condition.Name;
import pikett.config.offer.ProbeKind;

/// Reads metrics as a program shows them to Prometheus, and keeps those that are asked for.
///
/// A name means every series that has its labels: each is a part. A single one is a value of the whole where
/// the name says all of its labels; otherwise it would be another thing as soon as a second one comes. A page that is not one of metrics has failed; one that is too large is unknown. Safe for use
/// by many threads.
public final class MetricsProbe implements Probe {
    private static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final String FORMAT = "text/plain;version=0.0.4, text/plain;q=0.5, */*;q=0.1";

    private final Endpoint endpoint;
    private final Set<Name> asked;
    private final Set<String> metrics;
    private final InstantSource clock;

    /// @param asked the names that conditions ask for
    public MetricsProbe(Endpoint endpoint, Collection<Name> asked, InstantSource clock) {
        this.endpoint = endpoint;
        this.clock = clock;
        Set<String> ours = ProbeKind.METRICS.offer().values().keySet();
        this.asked =
                asked.stream()
                        .filter(name -> !ours.contains(name.base()))
                        .collect(Collectors.toUnmodifiableSet());
        this.metrics = this.asked.stream().map(Name::base).collect(Collectors.toSet());
    }

    @Override
    public Reading read(Instant deadline) {
        Look look = Look.begin(deadline, clock);
        HttpCall call = endpoint.call(look).keeping(MOST_BYTES).header("Accept", FORMAT);
        return switch (endpoint.send(call)) {
            case HttpResult.Answered answered -> read(look, answered);
            case HttpResult.Failed(var _, Reason why, var _) -> Unanswered.of(look, why);
        };
    }

    /// A program that was just started shows a counter only when it has counted.
    @Override
    public boolean mayLoseSight() {
        return true;
    }

    private Reading read(Look look, HttpResult.Answered answered) {
        if (answered.status() != 200) {
            return Unanswered.of(
                    look, Reason.of(Cause.HTTP_STATUS, Detail.number(answered.status())));
        }
        if (answered.truncated()) {
            return look.unknown(Unreadable.tooLong(endpoint, MOST_BYTES));
        }
        Detail place = Detail.text(endpoint.place());
        return switch (Exposition.read(answered.body(), metrics::contains)) {
            case Exposition.Lines(var lines) -> sorted(look, answered, lines);
            case Exposition.Malformed(int number, String text) ->
                    Unanswered.of(
                            look,
                            Reason.of(Cause.METRICS_MALFORMED, Detail.number(number), place)
                                    .said(text));
            case Exposition.TooMany() ->
                    look.unknown(
                            Reason.of(
                                    Cause.TOO_MANY_METRICS,
                                    place,
                                    Detail.number(Exposition.MOST_LINES)));
        };
    }

    private Reading sorted(Look look, HttpResult.Answered answered, List<MetricLine> lines) {
        Found whole = new Found().flag("failed", false).time("latency", answered.took());
        Parts parts = new Parts();
        for (Name name : asked) {
            List<MetricLine> meant = lines.stream().filter(line -> means(name, line)).toList();
            if (meant.size() == 1 && saysAll(name, meant.getFirst())) {
                single(whole, name, meant.getFirst().value());
            } else if (!meant.stream()
                    .allMatch(line -> parts.add(line.labels(), name, line.value()))) {
                return look.unknown(Reason.of(Cause.SERIES_ALIKE));
            }
        }
        return parts.size() > Parts.MOST
                ? look.unknown(Unreadable.tooMany(parts))
                : look.known(whole, parts.all());
    }

    private static void single(Found whole, Name name, double value) {
        if (!Double.isNaN(value)) {
            whole.number(name, value);
        }
    }

    private static boolean means(Name name, MetricLine line) {
        return line.metric().equals(name.base())
                && name.labels().entrySet().stream().allMatch(label -> has(line, label));
    }

    private static boolean saysAll(Name name, MetricLine line) {
        return line.labels().asMap().size() == name.labels().size();
    }

    private static boolean has(MetricLine line, Map.Entry<String, String> label) {
        return line.labels().get(label.getKey()).equals(label.getValue());
    }
}
