package pikett.adapters.http;

import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/// Requests as OkHttp wants them.
final class Requests {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private Requests() {}

    static Request first(HttpCall call, HttpUrl url) {
        Request.Builder request = new Request.Builder().url(url).header("User-Agent", "Pikett");
        call.headers().forEach(request::header);
        call.content()
                .ifPresent(content ->
                        request.post(
                                RequestBody.create(content.text(), MediaType.get(content.type()))));
        return request.build();
    }

    /// Where the answer sends us; empty when it does not, or to where we do not go.
    static Optional<Request> next(Request request, Response response) {
        String location = response.header("Location");
        if (!REDIRECTS.contains(response.code())
                || location == null
                || !request.method().equals("GET")) {
            return Optional.empty();
        }
        HttpUrl target = request.url().resolve(location);
        if (target == null || !Place.of(request.url()).mayLeadTo(Place.of(target))) {
            return Optional.empty();
        }
        Request.Builder next = request.newBuilder().url(target);
        if (!Place.of(request.url()).equals(Place.of(target))) {
            // Meant for the one, not for whoever it names.
            next.removeHeader("Authorization");
        }
        return Optional.of(next.build());
    }
}
