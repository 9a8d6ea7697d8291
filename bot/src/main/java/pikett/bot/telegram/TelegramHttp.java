package pikett.bot.telegram;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/// Builds the two HTTP clients: polling and sending share nothing, so that neither waits for the other.
///
/// Neither repeats a call by itself: what was sent and not answered must be known as such.
final class TelegramHttp {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    /// More than the sender ever has under way; nothing may wait unseen inside the client.
    private static final int UNBOUNDED = 1000;

    private TelegramHttp() {}

    /// A client for one polling session, to be thrown away with it.
    static OkHttpClient forPolling(
            TelegramEndpoint endpoint, Duration pollTimeout, Interceptor guard) {
        // HTTP/1.1: a dead HTTP/2 connection shows only as one time-out after the other.
        return common(endpoint)
                .protocols(List.of(Protocol.HTTP_1_1))
                .readTimeout(pollTimeout.plusSeconds(15))
                .callTimeout(pollTimeout.plusSeconds(40))
                .addInterceptor(guard)
                .build();
    }

    /// The client for everything that is sent.
    ///
    /// @param deadline of a whole call, however slowly the other side answers
    static OkHttpClient forSending(TelegramEndpoint endpoint, Duration deadline) {
        return common(endpoint)
                .readTimeout(deadline)
                .writeTimeout(deadline)
                .callTimeout(deadline)
                .pingInterval(Duration.ofSeconds(25))
                .addInterceptor(new AnswerGuard(endpoint.mask()))
                .addNetworkInterceptor(new AnswerGuard.Departures())
                .eventListener(new CallPoints())
                .build();
    }

    private static OkHttpClient.Builder common(TelegramEndpoint endpoint) {
        Dispatcher dispatcher =
                new Dispatcher(
                        Executors.newThreadPerTaskExecutor(
                                Thread.ofVirtual().name("telegram-http-", 0).factory()));
        dispatcher.setMaxRequests(UNBOUNDED);
        dispatcher.setMaxRequestsPerHost(UNBOUNDED);
        OkHttpClient.Builder client =
                new OkHttpClient.Builder()
                        .dispatcher(dispatcher)
                        .connectionPool(new ConnectionPool())
                        .connectTimeout(CONNECT)
                        .retryOnConnectionFailure(false)
                        .followRedirects(false);
        endpoint.proxy().map(ProxyRoute::of).ifPresent(route -> route.applyTo(client));
        String prefix = endpoint.pathPrefix();
        if (!prefix.isEmpty()) {
            client.addInterceptor(chain -> chain.proceed(under(prefix, chain.request())));
        }
        return client;
    }

    private static okhttp3.Request under(String prefix, okhttp3.Request request) {
        HttpUrl url = request.url();
        return request.newBuilder()
                .url(url.newBuilder().encodedPath(prefix + url.encodedPath()).build())
                .build();
    }
}
