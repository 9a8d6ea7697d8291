package pikett.adapters.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import pikett.adapters.host.Deadline;
import pikett.adapters.http.HttpResult.Failed;
import pikett.adapters.http.HttpResult.Reason;

/// Says in words for people why no answer came.
final class Failures {
    private Failures() {}

    /// @param within how long was allowed for everything
    static Failed of(IOException failure, Place place, Duration within, Duration took) {
        if (Thread.currentThread().isInterrupted()) {
            return new Failed(Reason.BROKEN, "cancelled", took);
        }
        Optional<Failed> dial =
                causes(failure)
                        .filter(DialFailedException.class::isInstance)
                        .findFirst()
                        .map(cause -> dial(cause, place, took));
        return dial.orElseGet(() -> other(failure, place, within, took));
    }

    private static Failed dial(Throwable failed, Place place, Duration took) {
        String words = String.valueOf(failed.getMessage());
        return switch (failed.getCause()) {
            case UnknownHostException _ ->
                    new Failed(Reason.NAME, "there is no address for " + place.host(), took);
            case SocketTimeoutException _ -> new Failed(Reason.TIMEOUT, words, took);
            case null, default -> new Failed(Reason.REFUSED, words, took);
        };
    }

    private static Failed other(IOException failure, Place place, Duration within, Duration took) {
        return switch (failure) {
            case InterruptedIOException _ ->
                    new Failed(
                            Reason.TIMEOUT,
                            "no answer from %s within %s".formatted(place, Deadline.show(within)),
                            took);
            case SSLException tls -> new Failed(Reason.TLS, tls(tls, place), took);
            case ProtocolException broken when !endedEarly(broken) ->
                    new Failed(Reason.BROKEN, "what %s sent is not HTTP".formatted(place), took);
            default ->
                    new Failed(
                            Reason.BROKEN,
                            "the connection to %s broke before the answer was complete"
                                    .formatted(place),
                            took);
        };
    }

    private static boolean endedEarly(ProtocolException failure) {
        return String.valueOf(failure.getMessage()).contains("unexpected end of stream");
    }

    private static String tls(SSLException failure, Place place) {
        if (failure instanceof SSLPeerUnverifiedException) {
            return "the certificate of %s is for another name".formatted(place);
        }
        String words = String.valueOf(failure.getMessage());
        if (words.toLowerCase(Locale.ROOT).contains("unrecognized ssl message")) {
            return "%s does not speak TLS".formatted(place);
        }
        return causes(failure)
                .flatMap(cause -> certificate(cause).stream())
                .reduce((_, deepest) -> deepest)
                .map(trouble -> "the certificate of %s %s".formatted(place, trouble))
                .orElseGet(() -> "no TLS connection to %s: %s".formatted(place, words));
    }

    private static Optional<String> certificate(Throwable cause) {
        return switch (cause) {
            case CertificateExpiredException _ -> Optional.of("has expired");
            case CertificateNotYetValidException _ -> Optional.of("is not valid yet");
            case CertPathBuilderException _ ->
                    Optional.of("is signed by nobody whom this machine trusts");
            case CertPathValidatorException _ ->
                    Optional.of("is signed by nobody whom this machine trusts");
            default -> Optional.empty();
        };
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(20);
    }
}
