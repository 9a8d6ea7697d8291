package pikett.adapters.http;

import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import pikett.adapters.host.Deadline;
import pikett.adapters.host.Dialer;

/// Makes HTTP requests, from this machine or through a host's connection.
///
/// Never throws for what a peer may do. Keeps no cookies and asks no proxy. A call takes no longer than it
/// allows, whatever the peer does; interrupting the thread ends it. Safe for use by many threads.
public final class Http implements AutoCloseable {
    private static final int IDLE_CONNECTIONS = 16;
    private static final int IDLE_SECONDS = 10;

    private final OkHttpClient client;
    private final ExecutorService threads;
    private final Dialer here;
    private final UnaryOperator<String> redaction;

    /// @param here opens connections from this machine
    /// @param redaction applied to reasons of failures
    public Http(Dialer here, UnaryOperator<String> redaction) {
        this(here, redaction, new OkHttpClient());
    }

    /// With trust, or other properties, of a client that is made already.
    Http(Dialer here, UnaryOperator<String> redaction, OkHttpClient made) {
        this.here = here;
        this.redaction = redaction;
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
        this.client =
                made.newBuilder()
                        .dispatcher(new Dispatcher(threads))
                        .connectionPool(
                                new ConnectionPool(
                                        IDLE_CONNECTIONS, IDLE_SECONDS, TimeUnit.SECONDS))
                        .proxy(Proxy.NO_PROXY)
                        // There is one address to try, and whoever tries several at once throws an
                        // InterruptedException that it does not declare.
                        .fastFallback(false)
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .readTimeout(Duration.ZERO)
                        .writeTimeout(Duration.ZERO)
                        .build();
    }

    /// Makes the request from this machine.
    public HttpResult send(HttpCall call) {
        return send(call, here);
    }

    /// Makes the request from where the dialer stands: names are resolved and loopback addresses are reached
    /// there.
    public HttpResult send(HttpCall call, Dialer through) {
        long start = System.nanoTime();
        Deadline deadline = Deadline.in(call.within());
        HttpUrl url = HttpUrl.get(call.uri().toString());
        Request request = Requests.first(call, url);
        for (int redirects = 0; ; redirects++) {
            Place place = Place.of(request.url());
            Duration left = deadline.left();
            try (Response response = client(call, left, through).newCall(request).execute()) {
                Optional<Request> next = Requests.next(request, response);
                if (next.isEmpty() || redirects == call.redirects()) {
                    return answered(response, call.bodyCap(), start);
                }
                request = next.get();
            } catch (IOException failure) {
                HttpResult.Failed failed = Failures.of(failure, place, call.within(), since(start));
                return new HttpResult.Failed(
                        failed.phase(), failed.reason().map(redaction), failed.took());
            }
        }
    }

    private OkHttpClient client(HttpCall call, Duration left, Dialer through) {
        Duration atLeast = left.isPositive() ? left : Duration.ofMillis(1);
        Duration connect =
                call.connectWithin().compareTo(atLeast) < 0 ? call.connectWithin() : atLeast;
        return client.newBuilder()
                .dns(new FarNames(through))
                .socketFactory(new DialerSockets(through))
                .callTimeout(atLeast)
                // Rounded up: 0 would mean for ever.
                .connectTimeout(connect.plusMillis(1))
                .build();
    }

    private static HttpResult answered(Response response, int cap, long start) throws IOException {
        Bodies.Kept body = Bodies.read(response.body(), cap);
        return new HttpResult.Answered(
                response.code(),
                headers(response),
                body.text(),
                body.truncated(),
                since(start),
                Certificates.expiry(response));
    }

    private static Map<String, List<String>> headers(Response response) {
        Map<String, List<String>> headers = new TreeMap<>();
        response.headers()
                .toMultimap()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return headers;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /// Ends every call that is under way and closes every connection.
    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
        threads.shutdownNow();
    }
}
