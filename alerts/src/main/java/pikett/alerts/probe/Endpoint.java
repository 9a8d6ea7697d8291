package pikett.alerts.probe;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import pikett.adapters.host.Dialer;
import pikett.adapters.http.Http;
import pikett.adapters.http.HttpCall;
import pikett.adapters.http.HttpResult;

/// An address on the web, as it is reached from a host. Safe for use by many threads.
///
/// @param through opens connections from that host
public record Endpoint(Http http, Dialer through, URI uri) {
    private static final Duration ANY = Duration.ofSeconds(1);

    /// @throws IllegalArgumentException when it is not an http or https address
    public Endpoint {
        HttpCall.get(uri, ANY);
    }

    /// The same place with a further path behind its own; without a query.
    Endpoint at(String path) {
        String own = uri.getRawPath() == null ? "" : uri.getRawPath();
        String trimmed = own.endsWith("/") ? own.substring(0, own.length() - 1) : own;
        try {
            return new Endpoint(
                    http,
                    through,
                    new URI(uri.getScheme() + "://" + uri.getRawAuthority() + trimmed + path));
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException(path, impossible);
        }
    }

    /// A call that is over at the end of the look.
    ///
    /// Connecting gets less than the whole time, so that whoever connects can still say what is missing:
    /// the host in between, or the endpoint.
    HttpCall call(Look look) {
        Duration left = look.left();
        return HttpCall.get(uri, left).connectingWithin(left.multipliedBy(4).dividedBy(5));
    }

    HttpResult send(HttpCall call) {
        return http.send(call, through);
    }

    /// `203.0.113.7:443`
    String place() {
        int usual = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        return uri.getHost() + ":" + (uri.getPort() < 0 ? usual : uri.getPort());
    }
}
