package pikett.playground.botapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The encodings in which a call may come.
final class FormTest {
    private final Desk desk = new Desk(new FileLimits(5_000, 4_000, 1_000, 2_000));

    @AfterEach
    void close() {
        desk.close();
    }

    private Desk.Reply post(String type, byte[] body) throws Exception {
        return desk.send(
                HttpRequest.newBuilder(desk.uri("sendMessage"))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build());
    }

    private Desk.Reply post(String type, String body) throws Exception {
        return post(type, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aCallMayStandInTheQuery() throws Exception {
        URI uri =
                URI.create(
                        desk.uri("sendMessage")
                                + "?chat_id=11&text="
                                + URLEncoder.encode("grüße & mehr", StandardCharsets.UTF_8));
        assertThat(desk.send(HttpRequest.newBuilder(uri).build()).result().path("text").asText())
                .isEqualTo("grüße & mehr");
    }

    @Test
    void aCallMayBeAForm() throws Exception {
        String body = "chat_id=11&text=" + URLEncoder.encode("a+b=c 🔴", StandardCharsets.UTF_8);
        assertThat(post("application/x-www-form-urlencoded", body).result().path("text").asText())
                .isEqualTo("a+b=c 🔴");
    }

    @Test
    void aCallMayBeMultipart() throws Exception {
        String body =
                """
                --b
                Content-Disposition: form-data; name="chat_id"

                11
                --b
                Content-Disposition: form-data; name="text"

                привет
                --b--
                """
                        .replace("\n", "\r\n");
        assertThat(post("multipart/form-data; boundary=b", body).result().path("text").asText())
                .isEqualTo("привет");
    }

    @Test
    void inJsonNestedValuesAndTextOfJsonMeanTheSame() throws Exception {
        String nested =
                "{\"chat_id\":11,\"text\":\"x\",\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"b\",\"callback_data\":\"d\"}]]}}";
        assertThat(post("application/json; charset=utf-8", nested).result().has("reply_markup"))
                .isTrue();
        String quoted =
                "{\"chat_id\":\"11\",\"text\":\"x\",\"reply_markup\":\"{\\\"inline_keyboard\\\":[[{\\\"text\\\":\\\"b\\\",\\\"callback_data\\\":\\\"d\\\"}]]}\"}";
        assertThat(post("application/json", quoted).result().has("reply_markup")).isTrue();
    }

    @Test
    void aMalformedBodyIsRefusedInEachEncoding() throws Exception {
        assertThat(post("application/json", "{\"chat_id\":11").description())
                .isEqualTo("Bad Request: can't parse parameters JSON object");
        assertThat(post("application/json", "[1]").status()).isEqualTo(400);
        assertThat(post("multipart/form-data; boundary=b", "--b\r\nnothing").description())
                .isEqualTo("Bad Request: can't parse the multipart body");
        assertThat(post("multipart/form-data", "--b").status()).isEqualTo(400);
        assertThat(post("text/plain", "hello").status()).isEqualTo(415);
        assertThat(post("application/x-www-form-urlencoded", "chat_id=11&text=%ff%fe").status())
                .isEqualTo(400);
    }

    @Test
    void textThatIsNotUtf8IsRefused() throws Exception {
        byte[] latin1 = "{\"chat_id\":11,\"text\":\"grüße\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(post("application/json", latin1).description())
                .isEqualTo("Bad Request: strings must be encoded in UTF-8");
        assertThat(
                        post("application/json", "{\"chat_id\":11,\"text\":\"half \\ud83d\"}")
                                .description())
                .isEqualTo("Bad Request: strings must be encoded in UTF-8");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedBeforeItIsRead() throws Exception {
        Desk.Reply reply = post("application/json", "x".repeat(5_001));
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.description()).isEqualTo("Request Entity Too Large");
    }

    @Test
    void numbersAndFlagsAreReadAsTheRealServerReadsThem() throws Exception {
        assertThat(
                        post(
                                        "application/json",
                                        "{\"chat_id\":11,\"text\":\"x\",\"disable_notification\":true}")
                                .status())
                .isEqualTo(200);
        assertThat(
                        post(
                                        "application/x-www-form-urlencoded",
                                        "chat_id=11&text=y&disable_notification=Yes")
                                .status())
                .isEqualTo(200);
        assertThat(desk.cloud.messages(desk.home.id())).allMatch(m -> m.silent());
        assertThat(
                        post("application/json", "{\"chat_id\":\"eleven\",\"text\":\"x\"}")
                                .description())
                .isEqualTo("Bad Request: chat not found");
        assertThat(post("application/json", "{\"text\":\"x\"}").description())
                .isEqualTo("Bad Request: chat_id is empty");
    }
}
