package pikett.playground.botapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pikett.playground.botapi.json.Json;
import pikett.playground.telegram.message.Message;

/// Files on their way up and down.
final class FileTest {
    private final Desk desk = new Desk(new FileLimits(10_000, 4_000, 1_000, 2_000));

    @AfterEach
    void close() {
        desk.close();
    }

    private Desk.Reply upload(String method, Map<String, String> fields, String part, byte[] bytes)
            throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            body.writeBytes(part("name=\"" + field.getKey() + "\"", ""));
            body.writeBytes((field.getValue() + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(
                part(
                        "name=\"" + part + "\"; filename=\"api.log\"",
                        "Content-Type: text/plain\r\n"));
        body.writeBytes(bytes);
        body.writeBytes("\r\n--b0--\r\n".getBytes(StandardCharsets.UTF_8));
        return desk.send(
                HttpRequest.newBuilder(desk.uri(method))
                        .header("Content-Type", "multipart/form-data; boundary=b0")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .build());
    }

    private static byte[] part(String disposition, String headers) {
        String head =
                "--b0\r\nContent-Disposition: form-data; "
                        + disposition
                        + "\r\n"
                        + headers
                        + "\r\n";
        return head.getBytes(StandardCharsets.UTF_8);
    }

    private Desk.Reply document(byte[] bytes) throws Exception {
        return upload(
                "sendDocument",
                Map.of("chat_id", "11", "caption", "<b>log</b>", "parse_mode", "HTML"),
                "document",
                bytes);
    }

    private HttpResponse<byte[]> download(String token, String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(
                                desk.server.address().resolve("/file/bot" + token + "/" + path))
                        .build();
        return desk.http().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void aDocumentArrivesWithItsCaptionAndComesBackByteForByte() throws Exception {
        byte[] bytes = {0, 13, 10, '-', '-', 'b', (byte) 0xff, (byte) 0xc3};
        JsonNode sent = document(bytes).result();
        assertThat(sent.path("caption").asText()).isEqualTo("log");
        assertThat(sent.path("caption_entities").path(0).path("type").asText()).isEqualTo("bold");
        assertThat(sent.path("document").path("file_name").asText()).isEqualTo("api.log");
        assertThat(sent.path("document").path("mime_type").asText()).isEqualTo("text/plain");
        Message seen = desk.cloud.messages(desk.home.id()).getLast();
        assertThat(seen.file().orElseThrow().bytes()).isEqualTo(bytes);

        ObjectNode wanted =
                Json.object().put("file_id", sent.path("document").path("file_id").asText());
        JsonNode file = desk.call("getFile", wanted).result();
        assertThat(file.path("file_size").asInt()).isEqualTo(bytes.length);
        String path = file.path("file_path").asText();
        assertThat(path).matches("documents/file_\\d+\\.log");
        assertThat(download(Desk.TOKEN, path).body()).isEqualTo(bytes);
        assertThat(download("1:wrong", path).statusCode()).isEqualTo(401);
        assertThat(download(Desk.TOKEN, "documents/other.log").statusCode()).isEqualTo(404);
    }

    @Test
    void aPhotoIsSentAttachedUnderAnyName() throws Exception {
        Map<String, String> fields =
                Map.of("chat_id", "11", "photo", "attach://chart", "disable_notification", "true");
        JsonNode sent = upload("sendPhoto", fields, "chart", new byte[] {1, 2, 3}).result();
        assertThat(sent.path("photo").path(0).path("file_size").asInt()).isEqualTo(3);
        assertThat(desk.cloud.messages(desk.home.id()).getLast().silent()).isTrue();
    }

    @Test
    void aFileThatIsInTheCloudIsSentAgainByItsId() throws Exception {
        String id = document(new byte[] {7}).result().path("document").path("file_id").asText();
        JsonNode again = desk.call("sendDocument", Desk.to(desk.ops).put("document", id)).result();
        assertThat(again.path("document").path("file_id").asText()).isEqualTo(id);
    }

    @Test
    void sizesAreLimited() throws Exception {
        assertThat(document(new byte[4_000]).status()).isEqualTo(200);
        assertThat(document(new byte[4_001]).description())
                .isEqualTo(
                        "Bad Request: file of size 4001 bytes is too big for a document; the maximum size is 4000 bytes");
        assertThat(
                        upload("sendPhoto", Map.of("chat_id", "11"), "photo", new byte[1_001])
                                .description())
                .isEqualTo(
                        "Bad Request: file of size 1001 bytes is too big for a photo; the maximum size is 1000 bytes");
        assertThat(document(new byte[10_001]).status()).isEqualTo(413);
        assertThat(document(new byte[0]).description())
                .isEqualTo("Bad Request: file must be non-empty");
        String large = document(new byte[2_001]).result().path("document").path("file_id").asText();
        assertThat(desk.call("getFile", Json.object().put("file_id", large)).description())
                .isEqualTo("Bad Request: file is too big");
    }

    @Test
    void aCaptionHasAtMost1024Units() throws Exception {
        Map<String, String> fits = Map.of("chat_id", "11", "caption", "x".repeat(1024));
        assertThat(upload("sendDocument", fits, "document", new byte[] {1}).status())
                .isEqualTo(200);
        Map<String, String> over = Map.of("chat_id", "11", "caption", "x".repeat(1025));
        assertThat(upload("sendDocument", over, "document", new byte[] {1}).description())
                .isEqualTo("Bad Request: message caption is too long");
    }

    @Test
    void aFileThatIsMissingIsSaidToBe() throws Exception {
        assertThat(desk.call("sendDocument", Desk.to(desk.home)).description())
                .isEqualTo("Bad Request: there is no document in the request");
        assertThat(
                        desk.call("sendPhoto", Desk.to(desk.home).put("photo", "attach://nothing"))
                                .description())
                .isEqualTo("Bad Request: there is no photo in the request");
        assertThat(
                        desk.call(
                                        "sendDocument",
                                        Desk.to(desk.home).put("document", "http://127.0.0.1/x"))
                                .description())
                .isEqualTo("Bad Request: failed to get HTTP URL content");
        assertThat(
                        desk.call("sendDocument", Desk.to(desk.home).put("document", "unknown"))
                                .description())
                .startsWith("Bad Request: wrong remote file identifier specified");
        assertThat(desk.call("getFile", Json.object().put("file_id", "unknown")).description())
                .isEqualTo("Bad Request: invalid file_id");
        assertThat(desk.call("getFile", Json.object()).description())
                .isEqualTo("Bad Request: file_id not specified");
    }

    @Test
    void theTextOfAMessageWithAFileCannotBeEdited() throws Exception {
        int id = document(new byte[] {7}).messageId();
        assertThat(
                        desk.call(
                                        "editMessageText",
                                        Desk.to(desk.home).put("message_id", id).put("text", "x"))
                                .description())
                .isEqualTo("Bad Request: there is no text in the message to edit");
    }
}
