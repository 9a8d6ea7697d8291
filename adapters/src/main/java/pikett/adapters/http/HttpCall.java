package pikett.adapters.http;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A request to be made.
///
/// @param headers by name
/// @param content what is posted; without it the request is a GET
/// @param connectWithin for the connection alone
/// @param within for everything: name, connection, redirects, the whole answer
/// @param bodyCap how many bytes of the answer are kept
/// @param redirects how many are followed, always to the same scheme and the same class of host
public record HttpCall(
        URI uri,
        Map<String, String> headers,
        Optional<Content> content,
        Duration connectWithin,
        Duration within,
        int bodyCap,
        int redirects) {
    /// What is kept of an answer unless said otherwise.
    public static final int DEFAULT_BODY_CAP = 256 * 1024;

    private static final int USUAL_REDIRECTS = 5;

    /// What is posted.
    ///
    /// @param type its media type
    public record Content(String type, String text) {}

    public HttpCall {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new IllegalArgumentException("not an http or https address");
        }
        if (!within.isPositive()
                || !connectWithin.isPositive()
                || bodyCap < 0
                || bodyCap == Integer.MAX_VALUE
                || redirects < 0) {
            throw new IllegalArgumentException("a call needs positive times and limits");
        }
        headers = Map.copyOf(headers);
    }

    /// A GET that follows no redirect.
    public static HttpCall get(URI uri, Duration within) {
        return new HttpCall(uri, Map.of(), Optional.empty(), within, within, DEFAULT_BODY_CAP, 0);
    }

    /// The same call with a header.
    public HttpCall header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpCall(uri, more, content, connectWithin, within, bodyCap, redirects);
    }

    /// The same call as a POST.
    public HttpCall posting(String type, String text) {
        Optional<Content> posted = Optional.of(new Content(type, text));
        return new HttpCall(uri, headers, posted, connectWithin, within, bodyCap, redirects);
    }

    /// The same call with less time for the connection than for everything.
    public HttpCall connectingWithin(Duration time) {
        return new HttpCall(uri, headers, content, time, within, bodyCap, redirects);
    }

    /// The same call, keeping so many bytes of the answer.
    public HttpCall keeping(int bytes) {
        return new HttpCall(uri, headers, content, connectWithin, within, bytes, redirects);
    }

    /// The same call, going where it is sent.
    public HttpCall followingRedirects() {
        return new HttpCall(uri, headers, content, connectWithin, within, bodyCap, USUAL_REDIRECTS);
    }
}
