package pikett.playground.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import pikett.playground.botapi.json.Json;
import pikett.playground.telegram.message.Person;
import pikett.playground.telegram.message.StoredFile;

/// Answers the page: its files, what there is (`/view`), what changes (`/events`), documents
/// (`/file`), and by POST what can be done (`/say`, `/press`, `/world`). Safe for any thread; each
/// request has a virtual thread of its own.
final class PageHandler extends Handler.Abstract {
    private static final int LONGEST_DEED = 64 << 10;

    /// Nothing but what this server serves may run or be shown, and no other page may frame it.
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private final Stage stage;
    private final CountDownLatch closing;
    private final Map<String, Function<JsonNode, ObjectNode>> deeds;

    PageHandler(Stage stage, CountDownLatch closing) {
        this.stage = stage;
        this.closing = closing;
        Deeds all = new Deeds(stage);
        this.deeds = Map.of("/say", all::say, "/press", all::press, "/world", all::pull);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        response.getHeaders().put("Content-Security-Policy", POLICY);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put("Referrer-Policy", "no-referrer");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        try {
            SameOrigin.check(request);
            route(request, response, callback);
        } catch (IllegalArgumentException | IllegalStateException impossible) {
            fail(400, String.valueOf(impossible.getMessage()), response, callback);
        } catch (SameOrigin.ForeignException foreign) {
            fail(403, String.valueOf(foreign.getMessage()), response, callback);
        }
        return true;
    }

    private void route(Request request, Response response, Callback callback) throws IOException {
        String path = request.getHttpURI().getDecodedPath();
        Function<JsonNode, ObjectNode> deed = deeds.get(path);
        boolean post = request.getMethod().equals("POST");
        if (post != (deed != null) || (!post && !request.getMethod().equals("GET"))) {
            fail(deed == null ? 404 : 405, "not found, or by another method", response, callback);
        } else if (deed != null) {
            json(deed.apply(body(request)), response, callback);
        } else {
            show(path, request, response, callback);
        }
    }

    private void show(String path, Request request, Response response, Callback callback)
            throws IOException {
        Fields query = Request.extractQueryParameters(request);
        switch (path) {
            case "/view" -> json(view(viewer(query)), response, callback);
            case "/events" -> events(query, request, response, callback);
            case "/file" -> file(query, response, callback);
            default -> {
                Optional<PageFile> file = PageFile.at(path);
                if (file.isPresent()) {
                    write(200, file.get().type(), file.get().bytes(), response, callback);
                } else {
                    fail(404, "there is nothing here", response, callback);
                }
            }
        }
    }

    private ObjectNode view(Person viewer) {
        ObjectNode all = new CloudJson(stage, viewer).everything();
        all.put("api", stage.api().toString()).put("token", stage.token());
        stage.world().ifPresent(world -> all.set("world", WorldJson.of(world.state())));
        return all;
    }

    private void events(Fields query, Request request, Response response, Callback callback) {
        String after = request.getHeaders().get("Last-Event-ID");
        ChangeStream stream =
                new ChangeStream(
                        stage,
                        viewer(query),
                        number(after == null ? query.getValue("after") : after),
                        closing);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
        try (OutputStream out = Content.Sink.asOutputStream(response)) {
            stream.pour(out);
            callback.succeeded();
        } catch (IOException gone) {
            callback.failed(gone);
        }
    }

    private static long number(String text) {
        try {
            return Long.parseLong(String.valueOf(text));
        } catch (NumberFormatException bad) {
            throw new IllegalArgumentException("after must be the number of a change", bad);
        }
    }

    /// Any file is handed out as a download, whatever it claims to be.
    private void file(Fields query, Response response, Callback callback) {
        String id = String.valueOf(query.getValue("id"));
        Optional<StoredFile> file = stage.cloud().botSide().files().byId(id);
        if (file.isEmpty()) {
            fail(404, "there is no such file", response, callback);
            return;
        }
        response.getHeaders().put("Content-Disposition", "attachment");
        write(200, "application/octet-stream", file.get().bytes(), response, callback);
    }

    private Person viewer(Fields query) {
        return Deeds.person(stage, String.valueOf(query.getValue("as")));
    }

    private static JsonNode body(Request request) throws IOException {
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] body = in.readNBytes(LONGEST_DEED + 1);
            if (body.length > LONGEST_DEED) {
                throw new IllegalArgumentException("a request has at most 64 KiB");
            }
            return Json.parse(new String(body, StandardCharsets.UTF_8))
                    .filter(JsonNode::isObject)
                    .orElseThrow(() -> new IllegalArgumentException("a JSON object is expected"));
        }
    }

    private static void fail(int status, String why, Response response, Callback callback) {
        byte[] body = Json.object().put("error", why).toString().getBytes(StandardCharsets.UTF_8);
        write(status, "application/json", body, response, callback);
    }

    private static void json(ObjectNode node, Response response, Callback callback) {
        write(
                200,
                "application/json",
                node.toString().getBytes(StandardCharsets.UTF_8),
                response,
                callback);
    }

    private static void write(
            int status, String type, byte[] body, Response response, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
