package pikett.bot.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import pikett.adapters.host.Dialer;
import pikett.adapters.reason.ReasonedException;
import pikett.bot.telegram.CallFailure;

/// Names the hop that fails on the way to Telegram, or to an address to which is posted. Never shows a
/// login, a token or a path.
final class LiveHops {
    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final Dialer dialer;
    private final Optional<InetSocketAddress> proxy;

    /// @param proxy on the way to Telegram
    LiveHops(Dialer dialer, Optional<InetSocketAddress> proxy) {
        this.dialer = dialer;
        this.proxy = proxy;
    }

    /// Why the proxy is not reached; empty when it is, or there is none.
    Optional<String> proxyNotReached() {
        return proxy.flatMap(place ->
                connect(place.getHostString(), place.getPort(), false)
                        .map(why -> "the proxy is not reached: " + why));
    }

    /// Why Telegram did not answer, once the proxy is reached.
    String telegram(CallFailure failure) {
        return switch (failure) {
            case CallFailure.Refused(int code, String why, var _, var _)
                    when code == 401 || code == 404 ->
                    "it does not know this token (%s); copy the token of @BotFather again"
                            .formatted(why);
            case CallFailure.Refused(int code, String why, var _, var _) ->
                    "it refuses: %d %s".formatted(code, why);
            case CallFailure.NeverLeft(String reason) -> notReached(reason);
            case CallFailure.Unclear(String reason) ->
                    loginRefused(reason)
                            ? proxyRefuses()
                            : "it did not answer as Telegram: " + reason;
        };
    }

    private String notReached(String reason) {
        if (loginRefused(reason)) {
            return proxyRefuses();
        }
        if (reason.startsWith("SSL")) {
            return "TLS with it fails: " + reason;
        }
        return proxy.isPresent()
                ? "it is not reached through the proxy: " + reason
                : "it was not reached: " + reason;
    }

    /// As the JDK and the HTTP client say it.
    private boolean loginRefused(String reason) {
        return proxy.isPresent()
                && (reason.contains("SOCKS : authentication failed")
                        || reason.contains("Failed to authenticate with proxy")
                        || reason.contains("407"));
    }

    private String proxyRefuses() {
        return "the proxy refuses the login; look at user and password in telegram.proxy";
    }

    /// Why nothing could be posted there; empty when something could. Posts nothing.
    Optional<String> webhook(URI uri) {
        boolean tls = "https".equalsIgnoreCase(uri.getScheme());
        int port = uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80;
        return connect(uri.getHost(), port, tls);
    }

    private Optional<String> connect(String host, int port, boolean tls) {
        try (Socket socket = dialer.dial(host, port, WITHIN)) {
            if (tls) {
                shakeHands(socket, host, port);
            }
            return Optional.empty();
        } catch (ReasonedException e) {
            return Optional.of(e.reason().english());
        } catch (SSLException e) {
            return Optional.of("TLS with %s:%d fails: %s".formatted(host, port, e.getMessage()));
        } catch (IOException e) {
            return Optional.of(
                    "%s:%d breaks off: %s".formatted(host, port, e.getClass().getSimpleName()));
        }
    }

    private static void shakeHands(Socket socket, String host, int port) throws IOException {
        socket.setSoTimeout(Math.toIntExact(WITHIN.toMillis()));
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        try (SSLSocket safe = (SSLSocket) factory.createSocket(socket, host, port, false)) {
            SSLParameters parameters = safe.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            safe.setSSLParameters(parameters);
            safe.startHandshake();
        }
    }
}
