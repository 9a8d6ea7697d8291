package pikett.playground.page;

import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/// Keeps other pages in the same browser away: they could reach this server, although it listens on
/// loopback only.
final class SameOrigin {
    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost");

    private SameOrigin() {}

    /// Thrown for a request of another page.
    static final class ForeignException extends RuntimeException {
        private static final long serialVersionUID = 1;

        ForeignException(String message) {
            super(message);
        }
    }

    /// @throws ForeignException if the request is not made to this machine by name (another name may
    ///     have been pointed here), or would change something and does not come from this page
    static void check(Request request) {
        if (!NAMES.contains(Request.getServerName(request))) {
            throw new ForeignException("open the playground at http://127.0.0.1 instead");
        }
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            return;
        }
        String own = "http://" + request.getHeaders().get(HttpHeader.HOST);
        if (!own.equals(request.getHeaders().get(HttpHeader.ORIGIN))) {
            throw new ForeignException("only the playground's own page may do this");
        }
    }
}
