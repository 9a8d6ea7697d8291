package pikett.alerts.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static pikett.alerts.probe.Offering.flag;
import static pikett.alerts.probe.Offering.number;
import static pikett.alerts.probe.Offering.value;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.adapters.host.Dialer;
import pikett.adapters.http.Http;
import pikett.adapters.http.HttpCall;
import pikett.adapters.local.LocalDialer;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;
import pikett.adapters.reason.ReasonedException;
import pikett.alerts.reading.Reading;
import pikett.alerts.reading.Value;
import pikett.config.condition.Name;
import pikett.config.offer.ProbeKind;

final class WebProbeTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Name X_PART = Name.of("header", "X-Part");

    private final Dialer here = new LocalDialer();
    private final Http http = new Http(here, UnaryOperator.identity());

    @AfterEach
    void stop() {
        http.close();
    }

    @Test
    void anAnswerIsToldWhateverItsStatus() throws IOException {
        try (Site site = Site.answering(503, "{\"status\":\"unwell\"}")) {
            Reading reading = read(site.uri());
            assertThat(value(reading, "status")).isEqualTo(number(503));
            assertThat(value(reading, "failed")).isEqualTo(flag(false));
            assertThat(Offering.number(reading, Name.of("latency"))).isBetween(0.0, 10.0);
            assertThat(value(reading, path("body", "status"))).contains(new Value.Text("unwell"));
            assertThat(value(reading, "certificate")).isEmpty();
            assertThat(((Reading.Known) reading).why()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"well", "{\"a\": 1}", "\"well\"", "42", "{\"a\":1} and more", "{\"a\":", ""})
    void aBodyIsItsTextWhetherItIsJsonOrNot(String body) throws IOException {
        try (Site site = Site.answering(200, "\n" + body + " \r\n")) {
            assertThat(value(read(site.uri()), "body")).contains(new Value.Text(body));
        }
    }

    @Test
    void onlyACompleteJsonDocumentIsOpened() throws IOException {
        try (Site site = Site.answering(200, "{\"a\":1} and more")) {
            assertThat(value(read(site.uri()), path("body", "a"))).isEmpty();
        }
    }

    @Test
    void whatIsNestedWithoutEndIsOnlyText() throws IOException {
        String body = "[".repeat(100_000);
        try (Site site = Site.answering(200, body)) {
            assertThat(value(read(site.uri()), "body")).contains(new Value.Text(body));
        }
    }

    @Test
    void aBodyThatIsTooLongIsLeftOutAndTheRestIsTold() throws IOException {
        try (Site site = Site.answering(200, "x".repeat(HttpCall.DEFAULT_BODY_CAP + 1))) {
            Reading reading = read(site.uri());
            assertThat(value(reading, "status")).isEqualTo(number(200));
            assertThat(value(reading, "body")).isEmpty();
        }
    }

    @Test
    void aHeaderIsFoundHoweverItIsWritten() throws IOException {
        HttpHandler handler =
                exchange -> {
                    exchange.getResponseHeaders().add("x-PART", "redis");
                    exchange.getResponseHeaders().add("X-Part", "disk");
                    Site.answer(exchange, 200, "");
                };
        Name lower = Name.of("header", "x-part");
        Name absent = Name.of("header", "X-Absent");
        try (Site site = Site.answering(handler)) {
            Reading reading = read(site.uri(), here, X_PART, lower, absent);
            assertThat(value(reading, X_PART)).contains(new Value.Text("redis, disk"));
            assertThat(value(reading, lower)).contains(new Value.Text("redis, disk"));
            assertThat(value(reading, absent)).isEmpty();
        }
    }

    @Test
    void aRedirectIsAnAnswer() throws IOException {
        HttpHandler handler =
                exchange -> {
                    exchange.getResponseHeaders().add("Location", "/elsewhere");
                    Site.answer(exchange, 302, "");
                };
        try (Site site = Site.answering(handler)) {
            assertThat(value(read(site.uri()), "status")).isEqualTo(number(302));
        }
    }

    @Test
    void aClosedPortIsAFailureAndWhyIsSaid() throws IOException {
        int closed = Ports.closed();
        Reading reading = read(URI.create("http://127.0.0.1:" + closed));
        assertThat(Offering.values(reading).byName()).containsOnlyKeys(Name.of("failed"));
        assertThat(value(reading, "failed")).isEqualTo(flag(true));
        assertThat(((Reading.Known) reading).why().map(Reason::english))
                .contains("connection refused by 127.0.0.1:" + closed);
    }

    @Test
    void aNameThatNobodyKnowsIsAFailure() {
        Reading reading = read(URI.create("http://nobody.invalid/"));
        assertThat(value(reading, "failed")).isEqualTo(flag(true));
        assertThat(((Reading.Known) reading).why().map(Reason::cause)).contains(Cause.NO_ADDRESS);
    }

    @Test
    void aBodyThatNeverEndsIsLeftAtTheDeadline() throws IOException {
        HttpHandler drips =
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write('x');
                    exchange.getResponseBody().flush();
                };
        try (Site site = Site.answering(drips)) {
            long begun = System.nanoTime();
            Reading reading = probe(site.uri(), here).read(NOW.plus(Duration.ofMillis(500)));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
            assertThat(value(reading, "failed")).isEqualTo(flag(true));
            assertThat(((Reading.Known) reading).why().map(Reason::cause))
                    .contains(Cause.NO_ANSWER);
        }
    }

    @ParameterizedTest
    @MethodSource("troublesInBetween")
    void aTroubleInBetweenSaysNothingOfTheEndpoint(Reason trouble) {
        Dialer broken =
                (_, _, _) -> {
                    throw new ReasonedException(trouble);
                };
        assertThat(read(URI.create("http://127.0.0.1:3000/health"), broken))
                .isEqualTo(new Reading.Unknown(NOW, trouble));
    }

    static Stream<Reason> troublesInBetween() {
        return Stream.of(
                Ports.hostNotReached(),
                Reason.of(Cause.CONNECTION_LOST, Detail.text("203.0.113.7:22")),
                Reason.of(
                        Cause.NO_FORWARDING, Detail.text("prod-1"), Detail.text("127.0.0.1:3000")));
    }

    @Test
    void aHostThatDoesNotAnswerInTimeSaysNothingOfTheEndpoint() {
        Reading reading =
                probe(URI.create("http://127.0.0.1:3000/health"), new Ports.SilentHost())
                        .read(NOW.plus(Duration.ofSeconds(1)));
        assertThat(reading).isEqualTo(new Reading.Unknown(NOW, Ports.hostNotReached()));
    }

    @Test
    void whatIsGivenUpIsUnknown() throws IOException {
        try (Site site = Site.answering(200, "")) {
            Thread.currentThread().interrupt();
            Reading reading = read(site.uri());
            assertThat(Thread.interrupted()).isTrue();
            assertThat(reading).isEqualTo(new Reading.Unknown(NOW, Reason.of(Cause.GIVEN_UP)));
        }
    }

    @Test
    void theWayLeadsThroughTheHost() throws IOException {
        try (Site site = Site.answering(200, "there")) {
            Dialer far =
                    (address, _, timeout) -> {
                        assertThat(address).isEqualTo("inside.example");
                        return here.dial("127.0.0.1", site.port(), timeout);
                    };
            assertThat(value(read(URI.create("http://inside.example:3000/"), far), "body"))
                    .contains(new Value.Text("there"));
        }
    }

    @Test
    void theOfferIsKeptAndACertificateTellsWhatIsLeftOfIt(@TempDir Path folder) throws Exception {
        TestCertificates authority = new TestCertificates(folder);
        HttpHandler handler =
                exchange -> {
                    exchange.getResponseHeaders().add("X-Part", "redis");
                    Site.answer(exchange, 200, "well");
                };
        authority.trusted(() -> {
            Reading well = readSecured(authority.server("-1d", 30), handler);
            Reading expired = readSecured(authority.server("-9d", 5), handler);
            assertThat(Offering.number(well, Name.of("certificate")))
                    .isBetween(28 * 86_400.0, 29 * 86_400.0);
            assertThat(value(expired, "certificate")).isEqualTo(number(0));
            assertThat(((Reading.Known) expired).why().map(Reason::cause))
                    .contains(Cause.CERTIFICATE_EXPIRED);
            Offering.isKept(ProbeKind.HTTP, Set.of(), well, expired);
            Offering.isKept(ProbeKind.HEALTH, Set.of(), well, expired);
        });
    }

    @Test
    void aCertificateThatNobodySignedIsAFailure(@TempDir Path folder) throws Exception {
        Reading reading =
                readSecured(
                        new TestCertificates(folder).server("-1d", 30),
                        exchange -> Site.answer(exchange, 200, "well"));
        assertThat(value(reading, "failed")).isEqualTo(flag(true));
        assertThat(value(reading, "certificate")).isEmpty();
        assertThat(((Reading.Known) reading).why().map(Reason::cause))
                .contains(Cause.CERTIFICATE_NOT_TRUSTED);
    }

    /// With a clock that goes: what is left of a certificate depends on today.
    private Reading readSecured(SSLContext tls, HttpHandler handler) throws IOException {
        InstantSource clock = InstantSource.system();
        try (Site site = Site.secured(tls, handler);
                Http fresh = new Http(here, UnaryOperator.identity())) {
            return new WebProbe(new Endpoint(fresh, here, site.uri()), Set.of(X_PART), clock)
                    .read(clock.instant().plus(SOON));
        }
    }

    private Reading read(URI uri) {
        return read(uri, here);
    }

    private Reading read(URI uri, Dialer through, Name... asked) {
        return probe(uri, through, asked).read(NOW.plus(SOON));
    }

    private WebProbe probe(URI uri, Dialer through, Name... asked) {
        return new WebProbe(
                new Endpoint(http, through, uri), Set.of(asked), InstantSource.fixed(NOW));
    }

    private static Name path(String base, String... path) {
        return new Name(base, List.of(path), Optional.empty(), Map.of());
    }
}
