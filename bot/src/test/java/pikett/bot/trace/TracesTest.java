package pikett.bot.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.adapters.store.Store;
import pikett.adapters.store.StoreUnavailableException;
import pikett.alerts.check.Check;
import pikett.alerts.check.CheckDesk;
import pikett.alerts.check.Patience;
import pikett.alerts.check.Place;
import pikett.alerts.check.Sighting;
import pikett.alerts.check.Unread;
import pikett.config.CheckTiming;

final class TracesTest {
    private static final CheckDesk.Reports REPORTS = (_, _) -> {};
    private static final Map<String, String> COLLECTOR =
            Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1");

    @Test
    void without_a_collector_nothing_is_watched() {
        try (Traces traces = Traces.of(Map.of("OTEL_SERVICE_NAME", "mine"))) {
            assertThat(traces.reports(REPORTS)).isSameAs(REPORTS);
        }
    }

    @Test
    void a_variable_that_is_empty_is_not_there() {
        try (Traces traces = Traces.of(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", ""))) {
            assertThat(traces.reports(REPORTS)).isSameAs(REPORTS);
        }
    }

    @Test
    void a_collector_of_traces_alone_is_enough() {
        Map<String, String> environment =
                Map.of("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://127.0.0.1:1/v1/traces");
        try (Traces traces = Traces.of(environment)) {
            assertThat(traces.reports(REPORTS)).isNotSameAs(REPORTS);
        }
    }

    @Test
    void what_cannot_be_understood_is_no_reason_not_to_start() {
        try (Traces traces = Traces.of(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "no address"))) {
            assertThat(traces.reports(REPORTS)).isSameAs(REPORTS);
        }
    }

    @Test
    void a_collector_that_says_nothing_holds_no_stop_up() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Traces traces =
                    Traces.of(
                            Map.of(
                                    "OTEL_EXPORTER_OTLP_ENDPOINT",
                                    "http://127.0.0.1:" + silent.getLocalPort()));
            traces.span("one").during(() -> "done");

            assertTimeoutPreemptively(Duration.ofSeconds(8), traces::close);
        }
    }

    @Test
    void a_collector_that_says_come_back_in_a_year_is_not_waited_for() throws IOException {
        HttpServer busy =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        AtomicInteger asked = new AtomicInteger();
        busy.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    exchange.getResponseHeaders().add("Retry-After", "31536000");
                    exchange.sendResponseHeaders(503, -1);
                    exchange.close();
                });
        busy.start();
        try (Traces traces =
                Traces.of(
                        Map.of(
                                "OTEL_EXPORTER_OTLP_ENDPOINT",
                                "http://127.0.0.1:" + busy.getAddress().getPort(),
                                "OTEL_BSP_SCHEDULE_DELAY",
                                "50"))) {
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> {
                        traces.span("one").during(() -> "done");
                        return asked.get() > 1;
                    });
        } finally {
            busy.stop(0);
        }
    }

    @Test
    void what_the_environment_says_counts_more_than_what_is_usual() {
        Map<String, String> settings =
                OtelSettings.of(
                                Map.of(
                                        "OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1",
                                        "OTEL_SERVICE_NAME", "mine",
                                        "PATH", "/bin"))
                        .orElseThrow();

        assertThat(settings)
                .containsEntry("otel.service.name", "mine")
                .containsEntry("otel.metrics.exporter", "none")
                .doesNotContainKey("path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://127.0.0.1:1"})
    void a_span_changes_nothing_of_what_is_done_in_it(String collector) {
        Traces traces = Traces.of(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", collector));

        assertThat(traces.span("one").during(() -> "done")).isEqualTo("done");
        CompletableFuture<String> work = new CompletableFuture<>();
        CompletionStage<?> over = traces.span("two").until(() -> work);
        work.complete("later");
        assertThat(over.toCompletableFuture().join()).isEqualTo("later");
        assertThatThrownBy(() ->
                        traces.span("three")
                                .during(() -> {
                                    throw new IllegalStateException("as before");
                                }))
                .hasMessage("as before");
    }

    @Test
    void the_same_check_stays_the_same() {
        Check check =
                new Check(
                        "one",
                        new Place.Here(),
                        new CheckTiming.Rhythm.Every(Duration.ofSeconds(1)),
                        Duration.ofSeconds(1),
                        new Patience(Duration.ZERO, Duration.ZERO),
                        _ -> Sighting.unread(Instant.EPOCH, Duration.ZERO, Unread.UNREADABLE));
        try (Traces traces = Traces.of(COLLECTOR)) {
            assertThat(traces.check(check)).isEqualTo(traces.check(check)).isNotEqualTo(check);
        }
    }

    @Test
    void a_database_that_is_away_is_away_in_a_span_too() {
        Store away = new AwayStore();
        try (Traces traces = Traces.of(COLLECTOR)) {
            assertThatThrownBy(() -> traces.store(away).write(_ -> "kept"))
                    .isInstanceOf(StoreUnavailableException.class);
        }
    }
}
