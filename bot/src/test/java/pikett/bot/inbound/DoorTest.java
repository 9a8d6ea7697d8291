package pikett.bot.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.adapters.store.StoreUnavailableException;
import pikett.config.InboundConfig;

final class DoorTest {
    private static final int MEBIBYTE = 1024 * 1024;

    private final HttpClient client = HttpClient.newHttpClient();
    private Listener listener;

    @BeforeEach
    void listens() throws IOException {
        listener =
                Listener.start(
                        new InboundConfig("127.0.0.1", 0),
                        List.of(
                                Route.page("/exact", () -> Page.text(200, "exact")),
                                new Route("/echo/", Set.of("GET", "POST"), DoorTest::echo),
                                new Route("/echo/", Set.of("DELETE"), _ -> Page.text(200, "gone")),
                                new Route("/guarded/", Set.of("POST"), new Guarded()),
                                new Route(
                                        "/away",
                                        Set.of("POST"),
                                        _ -> {
                                            throw new StoreUnavailableException(
                                                    "disk full", new IOException("no space"));
                                        }),
                                new Route(
                                        "/broken",
                                        Set.of("POST"),
                                        _ -> {
                                            throw new IllegalStateException(
                                                    "secret inner workings");
                                        })));
    }

    @AfterEach
    void stops() {
        listener.close();
    }

    private static Page echo(Call call) {
        return Page.text(
                200,
                "%s %s %s %d %s"
                        .formatted(
                                call.head().method(),
                                call.head().rest(),
                                call.head().parameters(),
                                call.body().bytes().length,
                                call.head().headers().only("x-one")));
    }

    /// Lets in who knows the word, and ten bytes.
    private static final class Guarded implements Answerer {
        @Override
        public Optional<Page> turnAway(Head head) {
            return head.headers().only("Word").equals(Optional.of("yes"))
                    ? Optional.empty()
                    : Optional.of(Page.text(401, "no"));
        }

        @Override
        public int bodyAtMost(Head head) {
            return 10;
        }

        @Override
        public Page answer(Call call) {
            return Page.text(200, "let in");
        }
    }

    @Test
    void an_exact_page_is_read_and_nothing_else() throws Exception {
        assertThat(got("GET", "/exact").body()).isEqualTo("exact\n");
        assertThat(got("HEAD", "/exact").statusCode()).isEqualTo(200);
        assertThat(got("POST", "/exact").statusCode()).isEqualTo(405);
        assertThat(got("POST", "/exact").headers().firstValue("Allow")).contains("GET, HEAD");
        assertThat(got("GET", "/exact/").statusCode()).isEqualTo(404);
        assertThat(got("GET", "/exactly").statusCode()).isEqualTo(404);
    }

    @Test
    void below_a_prefix_the_handler_learns_the_rest_the_query_and_the_headers() throws Exception {
        HttpResponse<String> answer =
                sent(
                        HttpRequest.newBuilder(at("/echo/a/b?x=1&x=%C3%A4"))
                                .header("X-One", "1")
                                .POST(BodyPublishers.ofString("12345")));

        assertThat(answer.body()).isEqualTo("POST a/b {x=[1, ä]} 5 Optional[1]\n");
        assertThat(got("GET", "/echo/").statusCode()).isEqualTo(404);
        assertThat(got("GET", "/echo").statusCode()).isEqualTo(404);
        assertThat(got("DELETE", "/echo/x").body()).isEqualTo("gone\n");
        assertThat(got("PUT", "/echo/x").headers().firstValue("Allow"))
                .contains("DELETE, GET, HEAD, POST");
    }

    @Test
    void a_header_sent_twice_is_none_that_can_be_relied_on() throws Exception {
        HttpResponse<String> answer =
                sent(
                        HttpRequest.newBuilder(at("/echo/a"))
                                .header("X-One", "1")
                                .header("X-One", "2")
                                .POST(BodyPublishers.noBody()));

        assertThat(answer.body()).contains("Optional.empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/echo/../exact/", "/echo/..%2fexact", "/echo/a?x=%zz", "/echo/a?%ff=1"})
    void a_path_or_a_query_made_to_confuse_is_the_senders_mistake(String path) throws Exception {
        try (Sender sender = new Sender(listener.port())) {
            assertThat(
                            sender.send(
                                            "GET "
                                                    + path
                                                    + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                                    .heard())
                    .startsWith("HTTP/1.1 4");
        }
    }

    @Test
    void a_body_of_a_mebibyte_comes_in_and_a_byte_more_does_not() throws Exception {
        assertThat(posted("/echo/a", new byte[MEBIBYTE]).body()).contains(" 1048576 ");
        assertThat(posted("/echo/a", new byte[MEBIBYTE + 1]).statusCode()).isEqualTo(413);
    }

    @Test
    void a_body_of_unknown_length_is_measured_as_it_comes() throws Exception {
        assertThat(chunked("/echo/a", MEBIBYTE).body()).contains(" 1048576 ");
        assertThat(chunked("/echo/a", MEBIBYTE + 1).statusCode()).isEqualTo(413);
    }

    @Test
    void a_body_that_is_announced_too_long_is_refused_before_it_comes() throws Exception {
        try (Sender sender = new Sender(listener.port())) {
            sender.send(
                    "POST /echo/a HTTP/1.1\r\nHost: a\r\nContent-Length: 9999999999\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n");

            assertThat(sender.heard()).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void a_compressed_bomb_stays_as_small_as_it_was_sent() throws Exception {
        HttpResponse<String> answer =
                sent(
                        HttpRequest.newBuilder(at("/echo/a"))
                                .header("Content-Encoding", "gzip")
                                .POST(BodyPublishers.ofByteArray(new byte[100])));

        assertThat(answer.body()).contains(" 100 ");
    }

    @Test
    void a_route_has_a_cap_of_its_own_and_looks_before_it_reads() throws Exception {
        assertThat(guarded("no", 1).statusCode()).isEqualTo(401);
        assertThat(guarded("no", MEBIBYTE).statusCode()).isEqualTo(401);
        assertThat(guarded("yes", 10).body()).isEqualTo("let in\n");
        assertThat(guarded("yes", 11).statusCode()).isEqualTo(413);
    }

    @Test
    void without_a_database_it_says_to_come_back() throws Exception {
        HttpResponse<String> answer = got("POST", "/away");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.body()).doesNotContain("disk", "space");
    }

    @Test
    void our_own_mistake_is_not_shown_to_the_sender() throws Exception {
        HttpResponse<String> answer = got("POST", "/broken");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("secret", "Exception", "at pikett");
    }

    @Test
    void a_body_that_ends_before_its_end_is_not_answered_as_if_it_were_whole() throws Exception {
        try (Sender sender = new Sender(listener.port())) {
            sender.send("POST /echo/a HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf");

            assertThat(sender.endsItsSide().heard()).doesNotContain("200 OK");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no http at all\r\n\r\n",
                "POST /echo/a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "POST /echo/a HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /echo/a HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd"
            })
    void what_is_no_http_is_the_senders_mistake(String request) throws Exception {
        try (Sender sender = new Sender(listener.port())) {
            assertThat(sender.send(request).endsItsSide().heard()).startsWith("HTTP/1.1 4");
        }
    }

    private HttpResponse<String> guarded(String word, int length) throws Exception {
        return sent(
                HttpRequest.newBuilder(at("/guarded/a"))
                        .header("Word", word)
                        .POST(BodyPublishers.ofByteArray(new byte[length])));
    }

    private HttpResponse<String> posted(String path, byte[] body) throws Exception {
        return sent(HttpRequest.newBuilder(at(path)).POST(BodyPublishers.ofByteArray(body)));
    }

    private HttpResponse<String> chunked(String path, int length) throws Exception {
        byte[] body = "x".repeat(length).getBytes(StandardCharsets.UTF_8);
        return sent(
                HttpRequest.newBuilder(at(path))
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
    }

    private HttpResponse<String> got(String method, String path) throws Exception {
        return sent(HttpRequest.newBuilder(at(path)).method(method, BodyPublishers.noBody()));
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) throws Exception {
        return client.send(
                request.version(HttpClient.Version.HTTP_1_1).build(), BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + listener.port() + path);
    }
}
