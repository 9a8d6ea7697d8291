package pikett.bot.inbound;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.adapters.failpoint.FailPoint;
import pikett.adapters.store.StoreUnavailableException;

/// Finds the route of a request, lets in of its body what there is room for, and has it answered. Each
/// request has a virtual thread of its own, so that a slow one delays no other.
final class Door extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final Duration SOON = Duration.ofSeconds(5);

    private volatile List<Route> routes;
    private final DoorLimits limits;
    private final HeldBytes held;
    private final HeldBytes strangers;
    private final Semaphore calls;

    /// @param routes of which the first that serves a path and its method answers
    Door(List<Route> routes, DoorLimits limits) {
        this.routes = List.copyOf(routes);
        this.limits = limits;
        this.held = new HeldBytes(limits.heldBytes());
        this.strangers = new HeldBytes(limits.strangersBytes());
        this.calls = new Semaphore(limits.callsAtOnce());
    }

    void serve(List<Route> next) {
        routes = List.copyOf(next);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Page page = page(request);
        response.setStatus(page.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, page.contentType());
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        page.headers().forEach(response.getHeaders()::put);
        Content.Sink.write(
                response, true, page.body(), Callback.from(FailPoint.ANSWERED::pass, callback));
        return true;
    }

    private Page page(Request request) {
        String path = Request.getPathInContext(request);
        String method = request.getMethod();
        List<Route> here = routes.stream().filter(route -> route.serves(path)).toList();
        if (here.isEmpty()) {
            return Page.text(404, "There is nothing here.");
        }
        Optional<Route> route = here.stream().filter(each -> each.answers(method)).findFirst();
        if (route.isEmpty()) {
            return Page.text(405, "This is not done here.").with("Allow", allowed(here));
        }
        try {
            return page(request, route.get(), head(request, route.get().rest(path)));
        } catch (HttpException.RuntimeException | IllegalArgumentException _) {
            return Page.text(400, "The query after the question mark cannot be read.");
        }
    }

    private Page page(Request request, Route route, Head head) {
        try (HeldBytes.Share share = (route.answerer().knows(head) ? held : strangers).share()) {
            return page(new BodyReader(request, limits, share), route, head);
        } catch (StoreUnavailableException e) {
            LOG.warn("nothing was kept of what came in path={}", route.path(), e);
            return Page.later("Nothing can be kept at the moment. Send it again.", SOON);
        } catch (RuntimeException e) {
            LOG.error("could not answer path={}", route.path(), e);
            return Page.text(500, "This went wrong here; the log of Pikett says why.");
        }
    }

    private Page page(BodyReader reader, Route route, Head head) {
        Optional<Page> turnedAway = route.answerer().turnAway(head);
        if (turnedAway.isPresent()) {
            reader.pass();
            return turnedAway.get();
        }
        int atMost = Math.min(limits.bodyBytes(), route.answerer().bodyAtMost(head));
        if (atMost == 0) {
            return route.answerer().answer(new Call(head, Body.NONE));
        }
        return switch (reader.read(atMost)) {
            case BodyRead.Whole whole -> answer(route, new Call(head, whole.body()));
            case BodyRead.TooLong tooLong -> {
                reader.pass();
                yield Page.text(413, "At most %d bytes.".formatted(tooLong.atMost()));
            }
            case BodyRead.TooSlow _ -> ending(408, "This came too slowly.");
            case BodyRead.NoRoom _ -> Page.later("Too much comes in at this moment.", SOON);
            case BodyRead.BrokenOff _ -> ending(400, "This ended before its end.");
        };
    }

    private Page answer(Route route, Call call) {
        if (!calls.tryAcquire()) {
            return Page.later("Too much comes in at this moment.", SOON);
        }
        try {
            return route.answerer().answer(call);
        } finally {
            calls.release();
        }
    }

    private static Page ending(int status, String why) {
        return Page.text(status, why).with("Connection", "close");
    }

    private static Head head(Request request, String rest) {
        Fields query = Request.extractQueryParameters(request);
        Map<String, List<String>> parameters =
                query.stream()
                        .collect(Collectors.toMap(Fields.Field::getName, Fields.Field::getValues));
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : request.getHeaders().getFieldNamesCollection()) {
            headers.put(name, request.getHeaders().getValuesList(name));
        }
        return new Head(request.getMethod(), rest, parameters, new Headers(headers));
    }

    private static String allowed(List<Route> here) {
        TreeSet<String> methods = new TreeSet<>();
        here.forEach(route -> methods.addAll(route.methods()));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return String.join(", ", methods);
    }
}
