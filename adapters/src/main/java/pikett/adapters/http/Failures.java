package pikett.adapters.http;

import static pikett.adapters.reason.Detail.span;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
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
import pikett.adapters.http.HttpResult.Failed;
import pikett.adapters.http.HttpResult.Phase;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;

/// Says why no answer came.
final class Failures {
    private Failures() {}

    /// @param within how long was allowed for everything
    static Failed of(IOException failure, Place place, Duration within, Duration took) {
        if (Thread.currentThread().isInterrupted()) {
            return new Failed(Phase.BROKEN, Reason.of(Cause.GIVEN_UP), took);
        }
        Optional<Failed> dial =
                causes(failure)
                        .filter(DialFailedException.class::isInstance)
                        .findFirst()
                        .map(cause -> dial((DialFailedException) cause, took));
        return dial.orElseGet(() -> other(failure, place, within, took));
    }

    private static Failed dial(DialFailedException failed, Duration took) {
        Reason reason = failed.reason();
        Phase phase =
                switch (reason.cause()) {
                    case NO_ADDRESS -> Phase.NAME;
                    case NO_ANSWER, NAME_NOT_FOUND_IN_TIME -> Phase.UNREACHED;
                    default -> Phase.REFUSED;
                };
        return new Failed(phase, reason, took);
    }

    private static Failed other(IOException failure, Place place, Duration within, Duration took) {
        return switch (failure) {
            case InterruptedIOException _ ->
                    new Failed(
                            Phase.TIMEOUT,
                            Reason.of(Cause.NO_ANSWER, at(place), span(within)),
                            took);
            case SSLException tls -> new Failed(Phase.TLS, tls(tls, place), took);
            case ProtocolException broken when !endedEarly(broken) ->
                    new Failed(Phase.BROKEN, Reason.of(Cause.NOT_HTTP, at(place)), took);
            default -> new Failed(Phase.BROKEN, Reason.of(Cause.ANSWER_BROKE_OFF, at(place)), took);
        };
    }

    private static boolean endedEarly(ProtocolException failure) {
        return String.valueOf(failure.getMessage()).contains("unexpected end of stream");
    }

    private static Reason tls(SSLException failure, Place place) {
        if (failure instanceof SSLPeerUnverifiedException) {
            return Reason.of(Cause.CERTIFICATE_OTHER_NAME, at(place));
        }
        String words = String.valueOf(failure.getMessage());
        if (words.toLowerCase(Locale.ROOT).contains("unrecognized ssl message")) {
            return Reason.of(Cause.NO_TLS_SPOKEN, at(place));
        }
        return causes(failure)
                .flatMap(cause -> certificate(cause).stream())
                .reduce((_, deepest) -> deepest)
                .map(trouble -> Reason.of(trouble, at(place)))
                .orElseGet(() -> Reason.of(Cause.NO_TLS_CONNECTION, at(place)).said(words));
    }

    private static Optional<Cause> certificate(Throwable cause) {
        return switch (cause) {
            case CertificateExpiredException _ -> Optional.of(Cause.CERTIFICATE_EXPIRED);
            case CertificateNotYetValidException _ -> Optional.of(Cause.CERTIFICATE_NOT_YET_VALID);
            case CertPathBuilderException _ -> Optional.of(Cause.CERTIFICATE_NOT_TRUSTED);
            case CertPathValidatorException _ -> Optional.of(Cause.CERTIFICATE_NOT_TRUSTED);
            default -> Optional.empty();
        };
    }

    private static Detail at(Place place) {
        return Detail.text(place.toString());
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(20);
    }
}
