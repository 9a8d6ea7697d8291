package pikett.alerts.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static pikett.alerts.probe.Offering.flag;
import static pikett.alerts.probe.Offering.number;
import static pikett.alerts.probe.Offering.value;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pikett.adapters.host.Dialer;
import pikett.adapters.http.Http;
import pikett.adapters.local.LocalDialer;
import pikett.adapters.reason.Reason;
import pikett.adapters.reason.ReasonedException;
import pikett.alerts.label.Labels;
import pikett.alerts.reading.Part;
import pikett.alerts.reading.Reading;
import pikett.alerts.reading.Value;
import pikett.alerts.reading.Values;
import pikett.config.condition.Name;
import pikett.config.offer.ProbeKind;

final class QueryProbeTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Name VALUE = Name.of("value");
    private static final String QUERY = "sum by (job) (rate(errors{path=~\"/a+b&c=%41\"}[5m])) > 0";

    private final Dialer here = new LocalDialer();
    private final Http http = new Http(here, UnaryOperator.identity());

    @AfterEach
    void stop() {
        http.close();
    }

    @Test
    void everySeriesIsAPartByItsLabels() throws IOException {
        Reading reading =
                answered(
                        vector(
                                "{\"__name__\":\"up\",\"job\":\"api\"},1",
                                "{\"__name__\":\"up\",\"job\":\"mail\"},0.5"));
        assertThat(((Reading.Known) reading).parts())
                .containsExactly(part("api", 1), part("mail", 0.5));
        assertThat(value(reading, "count")).isEqualTo(number(2));
        assertThat(value(reading, "failed")).isEqualTo(flag(false));
        assertThat(value(reading, "value")).isEmpty();
    }

    @Test
    void noSeriesIsAnAnswer() throws IOException {
        Reading reading = answered(vector());
        assertThat(((Reading.Known) reading).parts()).isEmpty();
        assertThat(value(reading, "count")).isEqualTo(number(0));
        assertThat(value(reading, "value")).isEmpty();
    }

    @Test
    void aScalarIsAValueOfTheWhole() throws IOException {
        Reading reading = answered(success("scalar", "[1763726400.1,\"42\"]"));
        assertThat(value(reading, "value")).isEqualTo(number(42));
        assertThat(((Reading.Known) reading).parts()).isEmpty();
    }

    @Test
    void theOfferIsKept() throws IOException {
        Offering.isKept(
                ProbeKind.PROMETHEUS,
                Set.of(),
                answered(success("scalar", "[1763726400.1,\"42\"]")),
                answered(vector("{},1")));
    }

    @Test
    void whatIsNoNumberIsNotKnown() throws IOException {
        assertThat(value(answered(success("scalar", "[1,\"NaN\"]")), "value")).isEmpty();
        Reading reading = answered(vector("{\"job\":\"api\"},NaN", "{\"job\":\"mail\"},+Inf"));
        assertThat(((Reading.Known) reading).parts())
                .containsExactly(part("api", Double.NaN), part("mail", Double.POSITIVE_INFINITY));
    }

    @Test
    void aHistogramIsNoNumberEither() throws IOException {
        Reading reading =
                answered(
                        success(
                                "vector",
                                "[{\"metric\":{\"job\":\"api\"},\"histogram\":[1,{\"count\":\"7\"}]}]"));
        assertThat(((Reading.Known) reading).parts()).containsExactly(part("api", Double.NaN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}|the query gives a matrix, not one number for each series: remove the range in brackets, or put a function such as rate() around it",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"string\",\"result\":[1,\"x\"]}}|the query gives a string, not one number for each series: remove the range in brackets, or put a function such as rate() around it",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metric\":{\"__name__\":\"a\"},\"value\":[1,\"1\"]},{\"metric\":{\"__name__\":\"b\"},\"value\":[1,\"1\"]}]}}|two series have the same labels: ask for them one by one, or sum them up"
            })
    void anAnswerWithoutNumbersIsUnknownAndWhyIsSaid(String body, String why) throws IOException {
        assertThat(unknown(answered(body)).english()).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "400|{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"1:5: parse error\"}|Prometheus at PLACE says: 1:5: parse error",
                "200|{\"status\":\"success\"}|what answers at PLACE is not Prometheus",
                "200|{\"status\":\"up\"}|what answers at PLACE is not Prometheus",
                "200|[]|what answers at PLACE is not Prometheus",
                "200|<html>|what answers at PLACE is not Prometheus",
                "502|<html>|status 502"
            })
    void aRefusalIsAFailureAndWhyIsSaid(int status, String body, String why) throws IOException {
        try (Site site = Site.answering(status, body)) {
            assertThat(failed(read(site.uri(), here)).english())
                    .isEqualTo(why.replace("PLACE", "127.0.0.1:" + site.port()));
        }
    }

    @Test
    void theWordsOfPrometheusAreBounded() throws IOException {
        String body = "{\"status\":\"error\",\"error\":\"" + "x".repeat(100_000) + "\"}";
        assertThat(failed(answered(body)).said()).isEqualTo("x".repeat(300));
    }

    @Test
    void anAnswerThatIsTooLongIsUnknown() throws IOException {
        String body = vector("{\"job\":\"" + "x".repeat(5 * 1024 * 1024) + "\"},1");
        assertThat(unknown(answered(body)).english()).endsWith("is longer than 4 MiB");
    }

    @Test
    void tooManySeriesAreUnknown() throws IOException {
        assertThat(((Reading.Known) answered(vector(series(1000)))).parts()).hasSize(1000);
        assertThat(unknown(answered(vector(series(1001)))).english())
                .startsWith("1001 series are more than 1000");
    }

    @Test
    void theQueryArrivesAsItWasWritten() throws IOException {
        List<String> heard = new ArrayList<>();
        HttpHandler handler =
                exchange -> {
                    heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                    heard.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                    Site.answer(exchange, 200, vector());
                };
        try (Site site = Site.answering(handler)) {
            read(URI.create(site.uri() + "/prometheus/"), here);
            read(site.uri(), here);
        }
        assertThat(heard.get(0)).isEqualTo("POST /prometheus/api/v1/query");
        assertThat(heard.get(2)).isEqualTo("POST /api/v1/query");
        Map<String, String> form =
                List.of(heard.get(1).split("&")).stream()
                        .map(pair -> pair.split("=", -1))
                        .collect(
                                Collectors.toMap(
                                        pair -> pair[0],
                                        pair -> URLDecoder.decode(pair[1], UTF_8)));
        assertThat(form).containsOnly(Map.entry("query", QUERY), Map.entry("timeout", "10000ms"));
    }

    @Test
    void aClosedPortIsAFailureAndWhyIsSaid() throws IOException {
        assertThat(failed(read(URI.create("http://127.0.0.1:" + Ports.closed()), here)).english())
                .startsWith("connection refused");
    }

    @Test
    void aHostThatIsNotReachedSaysNothingOfPrometheus() {
        Dialer broken =
                (_, _, _) -> {
                    throw new ReasonedException(Ports.hostNotReached());
                };
        assertThat(unknown(read(URI.create("http://127.0.0.1:9090"), broken)))
                .isEqualTo(Ports.hostNotReached());
    }

    private Reading answered(String body) throws IOException {
        try (Site site = Site.answering(200, body)) {
            return read(site.uri(), here);
        }
    }

    private Reading read(URI uri, Dialer through) {
        return new QueryProbe(new Endpoint(http, through, uri), QUERY, InstantSource.fixed(NOW))
                .read(NOW.plusSeconds(10));
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

    private static String[] series(int count) {
        return IntStream.range(0, count)
                .mapToObj("{\"job\":\"%d\"},1"::formatted)
                .toArray(String[]::new);
    }

    /// @param series labels and a value, such as `{"job":"api"},1`
    private static String vector(String... series) {
        return success(
                "vector",
                List.of(series).stream()
                        .map(each -> {
                            int comma = each.lastIndexOf(',');
                            return "{\"metric\":%s,\"value\":[1763726400.1,\"%s\"]}"
                                    .formatted(each.substring(0, comma), each.substring(comma + 1));
                        })
                        .collect(Collectors.joining(",", "[", "]")));
    }

    private static String success(String type, String result) {
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"%s\",\"result\":%s}}\n"
                .formatted(type, result);
    }

    private static Part part(String job, double value) {
        return new Part(
                Labels.of(Map.of("job", job)),
                new Values(Map.of(VALUE, new Value.Quantity(value))));
    }
}
