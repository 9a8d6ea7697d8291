package pikett.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pikett.adapters.http.HttpResult.Answered;
import pikett.adapters.http.HttpResult.Failed;
import pikett.adapters.http.HttpResult.Phase;
import pikett.adapters.local.LocalDialer;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;
import pikett.adapters.reason.ReasonedException;

class HttpTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration AT_ONCE = Duration.ofMillis(300);

    private final MockWebServer server = new MockWebServer();
    private final Http http = new Http(new LocalDialer(), text -> text.replace("s3cret", "•••"));

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    @Test
    void anAnswerComesWithStatusHeadersAndBody() {
        server.enqueue(
                answer(503)
                        .addHeader("X-Part", "redis")
                        .body("{\"status\":\"unhealthy\"}")
                        .build());

        Answered answered = (Answered) http.send(HttpCall.get(uri("/health"), SOON));

        assertThat(answered.status()).isEqualTo(503);
        assertThat(answered.headers()).containsEntry("x-part", List.of("redis"));
        assertThat(answered.body()).isEqualTo("{\"status\":\"unhealthy\"}");
        assertThat(answered.truncated()).isFalse();
        assertThat(answered.certificateExpires()).isEmpty();
    }

    @Test
    void whatIsSentArrives() throws InterruptedException {
        server.enqueue(answer(200).build());

        http.send(
                HttpCall.get(uri("/hook"), SOON)
                        .header("Authorization", "Bearer x")
                        .posting("application/json", "{}"));

        RecordedRequest request = server.takeRequest();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer x");
        assertThat(request.getBodySize()).isEqualTo(2);
        assertThat(request.getHeaders().get("Content-Type")).startsWith("application/json");
    }

    @Test
    void aLongBodyIsCut() {
        server.enqueue(answer(200).body("x".repeat(100_000)).build());

        Answered answered = (Answered) http.send(HttpCall.get(uri("/"), SOON).keeping(1000));

        assertThat(answered.body()).hasSize(1000);
        assertThat(answered.truncated()).isTrue();
    }

    @Test
    void cookiesAreForgotten() throws InterruptedException {
        server.enqueue(answer(200).addHeader("Set-Cookie", "session=1").build());
        server.enqueue(answer(200).build());

        http.send(HttpCall.get(uri("/"), SOON));
        http.send(HttpCall.get(uri("/"), SOON));

        server.takeRequest();
        assertThat(server.takeRequest().getHeaders().get("Cookie")).isNull();
    }

    @Test
    void aClosedPortSaysWhoRefused() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }

        Failed failed =
                (Failed) http.send(HttpCall.get(URI.create("http://127.0.0.1:" + closed), SOON));

        assertThat(failed.phase()).isEqualTo(Phase.REFUSED);
        assertThat(failed.reason().english())
                .isEqualTo("connection refused by 127.0.0.1:" + closed);
    }

    @Test
    void whoeverIsInterruptedAlreadyGetsNoAnswerAndNoException() {
        Thread.currentThread().interrupt();

        Failed failed = (Failed) http.send(HttpCall.get(uri("/"), SOON));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failed.reason()).isEqualTo(Reason.of(Cause.GIVEN_UP));
    }

    @Test
    void aSilentServerIsLeftAtTheDeadline() {
        server.enqueue(answer(200).headersDelay(1, TimeUnit.MINUTES).build());

        Failed failed = (Failed) http.send(HttpCall.get(uri("/"), AT_ONCE));

        assertThat(failed.phase()).isEqualTo(Phase.TIMEOUT);
        assertThat(failed.reason().english())
                .isEqualTo("no answer from 127.0.0.1:%d within 300 ms".formatted(server.getPort()));
        assertThat(failed.took()).isLessThan(SOON);
    }

    @Test
    void aTricklingServerIsLeftAtTheDeadline() {
        server.enqueue(
                answer(200)
                        .body("x".repeat(1000))
                        .throttleBody(1, 100, TimeUnit.MILLISECONDS)
                        .build());

        Failed failed = (Failed) http.send(HttpCall.get(uri("/"), AT_ONCE));

        assertThat(failed.phase()).isEqualTo(Phase.TIMEOUT);
        assertThat(failed.took()).isLessThan(SOON);
    }

    @Test
    void aConnectionThatNeverComesIsLeftAtTheDeadline() throws InterruptedException {
        DeafDialer deaf = new DeafDialer();

        Failed failed = (Failed) http.send(HttpCall.get(uri("/"), AT_ONCE), deaf);

        assertThat(failed.phase()).isEqualTo(Phase.TIMEOUT);
        assertThat(failed.took()).isLessThan(SOON);
        assertThat(deaf.isLeftWithin(SOON)).isTrue();
    }

    @Test
    void anAnswerThatBreaksOffIsNoAnswer() {
        server.enqueue(
                answer(200)
                        .body("x".repeat(1000))
                        .onResponseBody(new SocketEffect.CloseSocket())
                        .build());

        Failed failed = (Failed) http.send(HttpCall.get(uri("/"), SOON));

        assertThat(failed.phase()).isEqualTo(Phase.BROKEN);
        assertThat(failed.reason().english()).contains("broke before the answer was complete");
    }

    @Test
    void aNameThatDoesNotExistIsSaidSo() {
        Failed failed =
                (Failed) http.send(HttpCall.get(URI.create("http://nobody.invalid/"), SOON));

        assertThat(failed.phase()).isEqualTo(Phase.NAME);
        assertThat(failed.reason().english()).isEqualTo("there is no address for nobody.invalid");
    }

    @Test
    void throughAHostNamesAndLoopbackAddressesAreItsOwn() {
        server.enqueue(answer(200).body("far").build());
        server.enqueue(answer(200).body("far").build());
        RecordingDialer far = new RecordingDialer(server.getPort());

        HttpResult byName =
                http.send(HttpCall.get(URI.create("http://redis.internal:8080/"), SOON), far);
        HttpResult byAddress =
                http.send(HttpCall.get(URI.create("http://127.0.0.1:3000/"), SOON), far);

        assertThat(byName).isInstanceOf(Answered.class);
        assertThat(byAddress).isInstanceOf(Answered.class);
        assertThat(far.asked()).containsExactly("redis.internal:8080", "127.0.0.1:3000");
    }

    @Test
    void oneHostsConnectionIsNeverUsedForAnother() {
        server.enqueue(answer(200).build());
        server.enqueue(answer(200).build());
        RecordingDialer first = new RecordingDialer(server.getPort());
        RecordingDialer second = new RecordingDialer(server.getPort());
        HttpCall call = HttpCall.get(URI.create("http://127.0.0.1:3000/"), SOON);

        http.send(call, first);
        http.send(call, second);

        assertThat(first.asked()).hasSize(1);
        assertThat(second.asked()).hasSize(1);
    }

    @Test
    void aReasonGoesThroughTheRedaction() {
        Failed failed =
                (Failed)
                        http.send(
                                HttpCall.get(uri("/"), SOON),
                                (_, _, _) -> {
                                    throw new ReasonedException(
                                            Reason.of(
                                                    Cause.HOST_NOT_REACHED,
                                                    Detail.text("prod-1"),
                                                    Detail.inner(Reason.told("s3cret"))));
                                });

        assertThat(failed.reason().english()).isEqualTo("prod-1 not reached: •••");
    }

    @Test
    void redirectsAreFollowedOnlyWhenAskedFor() {
        server.enqueue(answer(302).addHeader("Location", "/new").build());
        assertThat(status(http.send(HttpCall.get(uri("/old"), SOON)))).isEqualTo(302);

        server.enqueue(answer(302).addHeader("Location", "/new").build());
        server.enqueue(answer(204).build());
        assertThat(status(http.send(HttpCall.get(uri("/old"), SOON).followingRedirects())))
                .isEqualTo(204);
    }

    @Test
    void redirectsInACircleEnd() {
        for (int i = 0; i < 10; i++) {
            server.enqueue(answer(302).addHeader("Location", "/again").build());
        }

        assertThat(status(http.send(HttpCall.get(uri("/"), SOON).followingRedirects())))
                .isEqualTo(302);
        assertThat(server.getRequestCount()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.org, http://127.0.0.1:6379/",
        "http://example.org, http://localhost/",
        "http://example.org, http://10.0.0.1/",
        "http://example.org, http://169.254.169.254/latest/meta-data",
        "http://example.org, http://[::1]/",
        "http://example.org, http://[fd00::1]/",
        "http://example.org, https://example.org/",
        "http://10.0.0.1, http://127.0.0.1/"
    })
    void noRedirectLeadsInside(String from, String to) {
        server.enqueue(answer(302).addHeader("Location", to).build());
        RecordingDialer far = new RecordingDialer(server.getPort());

        HttpResult result =
                http.send(HttpCall.get(URI.create(from), SOON).followingRedirects(), far);

        assertThat(status(result)).isEqualTo(302);
        assertThat(far.asked()).hasSize(1);
    }

    @Test
    void whatIsNoHttpAddressIsRefused() {
        assertThatThrownBy(() -> HttpCall.get(URI.create("file:///etc/passwd"), SOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void interruptingEndsTheCallAndIsNotForgotten() throws InterruptedException {
        server.enqueue(answer(200).headersDelay(1, TimeUnit.MINUTES).build());
        StringBuilder seen = new StringBuilder();
        Thread caller =
                Thread.ofVirtual()
                        .start(() -> {
                            HttpResult result = http.send(HttpCall.get(uri("/"), SOON));
                            seen.append(((Failed) result).reason().english())
                                    .append(Thread.currentThread().isInterrupted());
                        });
        server.takeRequest();

        caller.interrupt();

        assertThat(caller.join(SOON)).isTrue();
        assertThat(seen).hasToString("cancelledtrue");
    }

    @Test
    void nothingKeepsTheProcessAlive() {
        server.enqueue(answer(200).build());
        http.send(HttpCall.get(uri("/"), SOON));

        http.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !thread.isDaemon())
                .extracting(Thread::getName)
                .noneMatch(name -> name.contains("OkHttp") || name.contains("Okio"));
    }

    private static int status(HttpResult result) {
        return ((Answered) result).status();
    }

    private static MockResponse.Builder answer(int status) {
        return new MockResponse.Builder().code(status);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getPort() + path);
    }
}
