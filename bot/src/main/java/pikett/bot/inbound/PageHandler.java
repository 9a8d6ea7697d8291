package pikett.bot.inbound;

import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Serves pages by exact path to GET and HEAD; everything else is not there.
final class PageHandler extends Handler.Abstract {
    private final Map<String, Supplier<Page>> pages;

    PageHandler(Map<String, Supplier<Page>> pages) {
        this.pages = Map.copyOf(pages);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Page page = page(request);
        response.setStatus(page.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, page.contentType());
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        if (page.status() == 405) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
        }
        Content.Sink.write(response, true, page.body(), callback);
        return true;
    }

    private Page page(Request request) {
        Supplier<Page> page = pages.get(Request.getPathInContext(request));
        if (page == null) {
            return new Page(404, "text/plain;charset=utf-8", "There is nothing here.\n");
        }
        boolean reading =
                HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
        return reading
                ? page.get()
                : new Page(405, "text/plain;charset=utf-8", "This can only be read.\n");
    }
}
