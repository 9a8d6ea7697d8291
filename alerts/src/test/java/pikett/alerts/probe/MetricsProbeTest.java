package pikett.alerts.probe;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static pikett.alerts.probe.Offering.flag;
import static pikett.alerts.probe.Offering.number;
import static pikett.alerts.probe.Offering.value;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pikett.adapters.host.Dialer;
import pikett.adapters.http.Http;
import pikett.adapters.local.LocalDialer;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Reason;
import pikett.adapters.reason.ReasonedException;
import pikett.alerts.exposition.Exposition;
import pikett.alerts.label.Labels;
import pikett.alerts.reading.Part;
import pikett.alerts.reading.Reading;
import pikett.alerts.reading.Value;
import pikett.alerts.reading.Values;
import pikett.config.condition.Name;
import pikett.config.offer.ProbeKind;

final class MetricsProbeTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Name UP = Name.of("up");
    private static final Name JOBS = Name.of("jobs");
    private static final Name DEPTH = Name.of("depth");
    private static final Name FAILED_JOBS = labelled("jobs", Map.of("state", "failed"));
    private static final Name FAILED_MAILS =
            labelled("jobs", Map.of("state", "failed", "queue", "mail"));
    private static final String PAGE =
            """
            # TYPE jobs counter
            jobs{queue="mail",state="done"} 1027
            jobs{queue="mail",state="failed"} 3
            jobs{queue="sms",state="done"} NaN
            depth{queue="mail",state="done"} 8
            depth{queue="sms",state="done"} 9
            up 1
            other 7
            latency 9999
            failed 9999
            """;

    private final Dialer here = new LocalDialer();
    private final Http http = new Http(here, UnaryOperator.identity());

    @AfterEach
    void stop() {
        http.close();
    }

    @Test
    void aSingleSeriesOfWhichAllLabelsAreSaidIsAValueOfTheWhole() throws IOException {
        Reading.Known reading = known(PAGE, UP, FAILED_MAILS);
        assertThat(value(reading, UP)).isEqualTo(number(1));
        assertThat(value(reading, FAILED_MAILS)).isEqualTo(number(3));
        assertThat(value(reading, "failed")).isEqualTo(flag(false));
        assertThat(Offering.number(reading, Name.of("latency"))).isBetween(0.0, 10.0);
        assertThat(reading.parts()).isEmpty();
    }

    /// When another one comes or goes, it stays what it was.
    @Test
    void aSingleSeriesWithLabelsThatAreNotSaidIsAPart() throws IOException {
        Reading.Known reading = known(PAGE, FAILED_JOBS);
        assertThat(value(reading, FAILED_JOBS)).isEmpty();
        assertThat(reading.parts())
                .containsExactly(part("mail", "failed", Map.of(FAILED_JOBS, 3.0)));
    }

    @Test
    void severalSeriesArePartsAndThoseOfTheSameLabelsAreOne() throws IOException {
        Reading.Known reading = known(PAGE, JOBS, DEPTH);
        assertThat(reading.parts())
                .containsExactlyInAnyOrder(
                        part("mail", "done", Map.of(JOBS, 1027.0, DEPTH, 8.0)),
                        part("mail", "failed", Map.of(JOBS, 3.0)),
                        part("sms", "done", Map.of(JOBS, Double.NaN, DEPTH, 9.0)));
        assertThat(value(reading, JOBS)).isEmpty();
    }

    @Test
    void onlyWhatIsAskedForIsKept() throws IOException {
        Name absent = Name.of("absent");
        Name otherLabel = labelled("jobs", Map.of("state", "lost"));
        Reading.Known reading =
                known(PAGE, UP, absent, otherLabel, Name.of("failed"), Name.of("latency"));
        assertThat(reading.values().byName())
                .containsOnlyKeys(UP, Name.of("failed"), Name.of("latency"));
        assertThat(value(reading, "failed")).isEqualTo(flag(false));
        assertThat(Offering.number(reading, Name.of("latency"))).isLessThan(10);
        assertThat(reading.parts()).isEmpty();
    }

    @Test
    void theOfferIsKept() throws IOException {
        Offering.isKept(ProbeKind.METRICS, Set.of(), known(PAGE));
    }

    @Test
    void aSingleSeriesThatIsNoNumberIsLeftOut() throws IOException {
        assertThat(value(known("up NaN\n", UP), UP)).isEmpty();
        assertThat(value(known("up +Inf\n", UP), UP)).isEqualTo(number(Double.POSITIVE_INFINITY));
    }

    @Test
    void aSeriesThatIsThereTwiceIsUnknown() throws IOException {
        assertThat(unknown(answered(200, "up 1\nup 0\n", UP)).cause())
                .isEqualTo(Cause.SERIES_ALIKE);
    }

    @Test
    void aBadLineIsSaidByItsNumber() throws IOException {
        try (Site site = Site.answering(200, "up 1\nother one\n")) {
            assertThat(failed(read(site.uri(), here, UP)).english())
                    .isEqualTo(
                            "line 2 of the metrics at 127.0.0.1:%d cannot be read: other one"
                                    .formatted(site.port()));
        }
    }

    @Test
    void anotherStatusIsAFailureEvenWithMetrics() throws IOException {
        assertThat(failed(answered(503, "up 1\n", UP)).english()).isEqualTo("status 503");
    }

    @Test
    void tooManyMetricsAreUnknown() throws IOException {
        String body = "a 1\n".repeat(Exposition.MOST_LINES + 1);
        assertThat(unknown(answered(200, body, UP)).english())
                .endsWith("shows more than 100000 metrics");
    }

    @Test
    void tooManySeriesAreUnknown() throws IOException {
        assertThat(known(series(1000), UP).parts()).hasSize(1000);
        assertThat(unknown(answered(200, series(1001), UP)).english())
                .startsWith("1001 series are more than 1000");
    }

    @Test
    void aPageWithoutEndIsLeft() throws IOException {
        byte[] block = "a 1\n".repeat(10_000).getBytes(US_ASCII);
        HttpHandler floods =
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    try (OutputStream out = exchange.getResponseBody()) {
                        while (true) {
                            out.write(block);
                        }
                    }
                };
        try (Site site = Site.answering(floods)) {
            assertThat(unknown(read(site.uri(), here, UP)).english())
                    .endsWith("is longer than 10 MiB");
        }
    }

    @Test
    void aPageThatDripsIsLeftAtTheDeadline() throws IOException {
        HttpHandler drips =
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write('u');
                    exchange.getResponseBody().flush();
                };
        try (Site site = Site.answering(drips)) {
            Reading reading = probe(site.uri(), here, UP).read(NOW.plus(Duration.ofMillis(400)));
            assertThat(value(reading, "failed")).isEqualTo(flag(true));
            assertThat(((Reading.Known) reading).why().map(Reason::cause))
                    .contains(Cause.NO_ANSWER);
        }
    }

    @Test
    void theTextFormatIsAskedFor() throws IOException {
        List<String> accepted = new ArrayList<>();
        HttpHandler handler =
                exchange -> {
                    accepted.add(exchange.getRequestHeaders().getFirst("Accept"));
                    Site.answer(exchange, 200, "up 1\n");
                };
        try (Site site = Site.answering(handler)) {
            read(site.uri(), here, UP);
        }
        assertThat(accepted).singleElement().asString().startsWith("text/plain;version=0.0.4");
    }

    @Test
    void aHostThatIsNotReachedSaysNothingOfTheProgram() {
        Dialer broken =
                (_, _, _) -> {
                    throw new ReasonedException(Ports.hostNotReached());
                };
        assertThat(unknown(read(URI.create("http://127.0.0.1:9100/metrics"), broken, UP)))
                .isEqualTo(Ports.hostNotReached());
    }

    private Reading.Known known(String body, Name... asked) throws IOException {
        Reading reading = answered(200, body, asked);
        assertThat(reading).isInstanceOf(Reading.Known.class);
        return (Reading.Known) reading;
    }

    private Reading answered(int status, String body, Name... asked) throws IOException {
        try (Site site = Site.answering(status, body)) {
            return read(site.uri(), here, asked);
        }
    }

    private Reading read(URI uri, Dialer through, Name... asked) {
        return probe(uri, through, asked).read(NOW.plusSeconds(10));
    }

    private MetricsProbe probe(URI uri, Dialer through, Name... asked) {
        return new MetricsProbe(
                new Endpoint(http, through, uri), List.of(asked), InstantSource.fixed(NOW));
    }

    private static Reason unknown(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Unknown.class);
        return ((Reading.Unknown) reading).reason();
    }

    private static Reason failed(Reading reading) {
        assertThat(Offering.values(reading).byName())
                .containsOnly(Map.entry(Name.of("failed"), new Value.Flag(true)));
        return ((Reading.Known) reading).why().orElseThrow();
    }

    private static String series(int count) {
        return IntStream.range(0, count)
                .mapToObj("up{job=\"%d\"} 1\n"::formatted)
                .collect(Collectors.joining());
    }

    private static Part part(String queue, String state, Map<Name, Double> numbers) {
        return new Part(
                Labels.of(Map.of("queue", queue, "state", state)),
                new Values(
                        numbers.entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                Map.Entry::getKey,
                                                number -> new Value.Quantity(number.getValue())))));
    }

    private static Name labelled(String base, Map<String, String> labels) {
        return new Name(base, List.of(), Optional.empty(), labels);
    }
}
