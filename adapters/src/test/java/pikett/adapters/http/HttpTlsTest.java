package pikett.adapters.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pikett.adapters.http.HttpResult.Answered;
import pikett.adapters.http.HttpResult.Failed;
import pikett.adapters.http.HttpResult.Phase;
import pikett.adapters.local.LocalDialer;

class HttpTlsTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant FAR_AWAY = Instant.parse("2090-01-01T00:00:00Z");

    private final HeldCertificate authority =
            new HeldCertificate.Builder().certificateAuthority(0).build();
    private final MockWebServer server = new MockWebServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anAnswerTellsWhenTheCertificateEnds() throws IOException {
        serve(certificate("127.0.0.1", FAR_AWAY));
        server.enqueue(new MockResponse.Builder().code(200).build());

        Answered answered = (Answered) send(trusting(), server.getPort());

        assertThat(answered.certificateExpires()).contains(FAR_AWAY);
    }

    @Test
    void aCertificateThatNobodySignedIsSaidSo() throws IOException {
        serve(certificate("127.0.0.1", FAR_AWAY));

        assertThat(failure(new OkHttpClient()))
                .endsWith("is signed by nobody whom this machine trusts");
    }

    @Test
    void anExpiredCertificateIsSaidSo() throws IOException {
        serve(certificate("127.0.0.1", LONG_AGO.plusSeconds(1)));

        assertThat(failure(trusting()))
                .isEqualTo(
                        "the certificate of 127.0.0.1:%d has expired".formatted(server.getPort()));
    }

    @Test
    void aCertificateForAnotherNameIsSaidSo() throws IOException {
        serve(certificate("example.org", FAR_AWAY));

        assertThat(failure(trusting())).endsWith("is for another name");
    }

    @Test
    void aServerWithoutTlsIsSaidSo() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerInPlainText(plain));

            Failed failed = (Failed) send(trusting(), plain.getLocalPort());

            assertThat(failed.phase()).isEqualTo(Phase.TLS);
            assertThat(failed.reason().english())
                    .isEqualTo("127.0.0.1:%d does not speak TLS".formatted(plain.getLocalPort()));
        }
    }

    private static void answerInPlainText(ServerSocket plain) {
        try (Socket peer = plain.accept()) {
            peer.getOutputStream().write("HTTP/1.0 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
            peer.getInputStream().readAllBytes();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private String failure(OkHttpClient client) {
        Failed failed = (Failed) send(client, server.getPort());
        assertThat(failed.phase()).isEqualTo(Phase.TLS);
        return failed.reason().english();
    }

    private HttpResult send(OkHttpClient client, int port) {
        try (Http http = new Http(new LocalDialer(), UnaryOperator.identity(), client)) {
            return http.send(HttpCall.get(URI.create("https://127.0.0.1:" + port), SOON));
        }
    }

    private OkHttpClient trusting() {
        HandshakeCertificates trust =
                new HandshakeCertificates.Builder()
                        .addTrustedCertificate(authority.certificate())
                        .build();
        return new OkHttpClient.Builder()
                .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                .build();
    }

    private HeldCertificate certificate(String name, Instant until) {
        return new HeldCertificate.Builder()
                .addSubjectAlternativeName(name)
                .validityInterval(LONG_AGO.toEpochMilli(), until.toEpochMilli())
                .signedBy(authority)
                .build();
    }

    private void serve(HeldCertificate certificate) throws IOException {
        HandshakeCertificates held =
                new HandshakeCertificates.Builder()
                        .heldCertificate(certificate, authority.certificate())
                        .build();
        server.useHttps(held.sslSocketFactory());
        server.start(InetAddress.getLoopbackAddress(), 0);
    }
}
