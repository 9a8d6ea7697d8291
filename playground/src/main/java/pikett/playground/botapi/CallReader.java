package pikett.playground.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;
import pikett.playground.botapi.json.Json;
import pikett.playground.telegram.Refused;

/// Reads the parameters of a call from the query and from a body in any of the Bot API's encodings.
final class CallReader {
    private final long bound;

    /// @param bound bytes that a body may have
    CallReader(long bound) {
        this.bound = bound;
    }

    /// @throws Refused if the body is too large or malformed
    Call read(String method, Request request) throws IOException {
        Map<String, String> parameters = new HashMap<>();
        Map<String, Upload> uploads = new HashMap<>();
        for (Fields.Field field : Request.extractQueryParameters(request)) {
            parameters.put(field.getName(), field.getValue());
        }
        byte[] body = body(request);
        String type =
                Optional.ofNullable(request.getHeaders().get(HttpHeader.CONTENT_TYPE)).orElse("");
        String kind = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        switch (kind) {
            case "application/json" -> json(body, parameters);
            case "application/x-www-form-urlencoded" -> form(body, parameters);
            case "multipart/form-data" -> multipart(type, body, parameters, uploads);
            default -> {
                if (body.length > 0) {
                    throw Refused.with(415, "Unsupported Media Type: unsupported content-type");
                }
            }
        }
        return new Call(
                method.toLowerCase(Locale.ROOT), Map.copyOf(parameters), Map.copyOf(uploads));
    }

    private byte[] body(Request request) throws IOException {
        if (request.getLength() > bound) {
            throw tooLarge();
        }
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] body = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, bound + 1));
            if (body.length > bound) {
                throw tooLarge();
            }
            return body;
        }
    }

    private static Refused tooLarge() {
        return Refused.with(413, "Request Entity Too Large");
    }

    private static void json(byte[] body, Map<String, String> parameters) {
        if (body.length == 0) {
            return;
        }
        JsonNode object =
                Json.parse(text(body))
                        .filter(JsonNode::isObject)
                        .orElseThrow(
                                () -> Refused.badRequest("can't parse parameters JSON object"));
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            JsonNode value = field.getValue();
            if (!value.isNull()) {
                parameters.put(
                        field.getKey(), value.isTextual() ? value.textValue() : value.toString());
            }
        }
    }

    private static void form(byte[] body, Map<String, String> parameters) {
        try {
            UrlEncoded.decodeTo(text(body), parameters::put, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw Refused.badRequest("strings must be encoded in UTF-8");
        }
    }

    private static void multipart(
            String type, byte[] body, Map<String, String> parameters, Map<String, Upload> uploads) {
        String boundary = MultiPart.extractBoundary(type);
        if (boundary == null) {
            throw Refused.badRequest("boundary not found");
        }
        MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
        parser.setMaxMemoryFileSize(body.length + 1L);
        try (Blocker.Promise<MultiPartFormData.Parts> parsed = Blocker.promise()) {
            parser.parse(Content.Source.from(ByteBuffer.wrap(body)), parsed);
            try (MultiPartFormData.Parts parts = parsed.block()) {
                for (MultiPart.Part part : parts) {
                    part(part, parameters, uploads);
                }
            }
        } catch (IOException | HttpException.RuntimeException _) {
            throw Refused.badRequest("can't parse the multipart body");
        }
    }

    private static void part(
            MultiPart.Part part, Map<String, String> parameters, Map<String, Upload> uploads)
            throws IOException {
        String file = part.getFileName();
        if (file == null) {
            parameters.put(part.getName(), text(bytes(part)));
            return;
        }
        String type =
                Optional.ofNullable(part.getHeaders().get(HttpHeader.CONTENT_TYPE))
                        .orElse("application/octet-stream");
        uploads.put(part.getName(), new Upload(file, type, bytes(part)));
    }

    private static byte[] bytes(MultiPart.Part part) throws IOException {
        try (InputStream in = Content.Source.asInputStream(part.newContentSource(null, 0, -1))) {
            return in.readAllBytes();
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            throw Refused.badRequest("strings must be encoded in UTF-8");
        }
    }
}
