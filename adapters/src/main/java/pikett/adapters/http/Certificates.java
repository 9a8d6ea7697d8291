package pikett.adapters.http;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Handshake;
import okhttp3.Response;

/// What a TLS connection tells about its server.
final class Certificates {
    private Certificates() {}

    /// The end of the server certificate's validity; empty without TLS.
    static Optional<Instant> expiry(Response response) {
        Handshake handshake = response.handshake();
        if (handshake == null) {
            return Optional.empty();
        }
        return handshake.peerCertificates().stream()
                .filter(X509Certificate.class::isInstance)
                .map(X509Certificate.class::cast)
                .findFirst()
                .map(certificate -> certificate.getNotAfter().toInstant());
    }
}
