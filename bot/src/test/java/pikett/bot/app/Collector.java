package pikett.bot.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Takes traces by OTLP over HTTP, as `ExportTraceServiceRequest` of opentelemetry-proto says they are written.
final class Collector implements AutoCloseable {
    private final HttpServer server;
    private final List<byte[]> requests = new CopyOnWriteArrayList<>();

    /// @param values of its attributes
    record Step(String id, String parent, String name, List<String> values) {}

    /// One field of a message in the wire format of protocol buffers; numbers are left out.
    private static final class Field {
        private final int number;
        private final byte[] bytes;

        Field(int number, byte[] bytes) {
            this.number = number;
            this.bytes = bytes;
        }

        int number() {
            return number;
        }

        byte[] bytes() {
            return bytes;
        }

        String hex() {
            return HexFormat.of().formatHex(bytes);
        }

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void take(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestBody().readAllBytes());
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    /// All that came, as text.
    String heard() {
        return requests.stream()
                .map(each -> new String(each, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    List<Step> steps() {
        return requests.stream()
                .flatMap(request -> fields(request, 1).stream())
                .flatMap(resource -> fields(resource.bytes(), 2).stream())
                .flatMap(scope -> fields(scope.bytes(), 2).stream())
                .map(span -> step(span.bytes()))
                .toList();
    }

    /// The names from the step up to the first of its trace, as far as they have come in.
    List<String> way(Step step) {
        Map<String, Step> known =
                steps().stream().collect(Collectors.toMap(Step::id, Function.identity()));
        List<String> names = new ArrayList<>();
        for (Step each = step; each != null; each = known.get(each.parent())) {
            names.add(each.name());
        }
        return names;
    }

    private static Step step(byte[] span) {
        return new Step(
                fields(span, 2).getFirst().hex(),
                fields(span, 4).stream().map(Field::hex).collect(Collectors.joining()),
                fields(span, 5).getFirst().text(),
                fields(span, 9).stream()
                        .flatMap(attribute -> fields(attribute.bytes(), 2).stream())
                        .flatMap(value -> fields(value.bytes(), 1).stream())
                        .map(Field::text)
                        .toList());
    }

    private static List<Field> fields(byte[] message, int number) {
        List<Field> fields = new ArrayList<>();
        Bytes in = new Bytes(message);
        while (in.more()) {
            int key = (int) in.number();
            switch (key & 7) {
                case 0 -> in.number();
                case 1 -> in.take(8);
                case 2 -> fields.add(new Field(key >>> 3, in.take((int) in.number())));
                case 5 -> in.take(4);
                default -> throw new IllegalStateException("no such type: " + key);
            }
        }
        fields.removeIf(field -> field.number() != number);
        return fields;
    }

    private static final class Bytes {
        private final byte[] bytes;
        private int at;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean more() {
            return at < bytes.length;
        }

        long number() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = bytes[at++];
                value |= (long) (next & 0x7f) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }

        byte[] take(int count) {
            at += count;
            return Arrays.copyOfRange(bytes, at - count, at);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
