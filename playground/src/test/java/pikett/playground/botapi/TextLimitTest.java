package pikett.playground.botapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pikett.playground.botapi.json.Json;

/// How much text a message takes, counted as Telegram counts, and which entities.
final class TextLimitTest {
    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    private ObjectNode html(String text) {
        return Desk.to(desk.home).put("text", text).put("parse_mode", "HTML");
    }

    private Desk.Reply withEntities(String text, String entities) throws Exception {
        return desk.call(
                "sendMessage", Desk.to(desk.home).put("text", text).put("entities", entities));
    }

    @Test
    void textHasAtMost4096Utf16Units() throws Exception {
        assertThat(desk.say(desk.home, "x".repeat(4096)).status()).isEqualTo(200);
        assertThat(desk.say(desk.home, "x".repeat(4097)).description())
                .isEqualTo("Bad Request: message is too long");
        assertThat(desk.say(desk.home, "🔴".repeat(2048)).status()).isEqualTo(200);
        assertThat(desk.say(desk.home, "🔴".repeat(2048) + "x").description())
                .isEqualTo("Bad Request: message is too long");
    }

    @Test
    void theLimitCountsAfterParsing() throws Exception {
        String markup = "<b>x</b>".repeat(4000) + "x".repeat(96);
        assertThat(desk.call("sendMessage", html(markup)).result().path("text").asText())
                .hasSize(4096);
        assertThat(desk.call("sendMessage", html(markup + "x")).description())
                .isEqualTo("Bad Request: message is too long");
    }

    @Test
    void rawTextHasAtMost32768Bytes() throws Exception {
        String raw = "<i></i>".repeat(2349) + "&lt;".repeat(4080) + "fives";
        assertThat(raw).hasSize(32768);
        assertThat(desk.call("sendMessage", html(raw)).status()).isEqualTo(200);
        assertThat(desk.call("sendMessage", html(raw + "x")).description())
                .isEqualTo("Bad Request: text is too long");
    }

    @Test
    void thereMustBeText() throws Exception {
        assertThat(desk.say(desk.home, "").description())
                .isEqualTo("Bad Request: message text is empty");
        assertThat(desk.call("sendMessage", Desk.to(desk.home)).description())
                .isEqualTo("Bad Request: message text is empty");
        assertThat(desk.say(desk.home, " \n ").description())
                .isEqualTo("Bad Request: text must be non-empty");
        assertThat(desk.call("sendMessage", html("<b> </b>")).description())
                .isEqualTo("Bad Request: text must be non-empty");
    }

    @Test
    void whiteSpaceAroundTheTextIsLost() throws Exception {
        assertThat(desk.say(desk.home, " \n one\n ").result().path("text").asText())
                .isEqualTo("one");
        JsonNode coded = desk.call("sendMessage", html("\n <code> two </code> ")).result();
        assertThat(coded.path("text").asText()).isEqualTo(" two");
        assertThat(coded.path("entities").toString())
                .isEqualTo("[{\"offset\":0,\"length\":4,\"type\":\"code\"}]");
    }

    @Test
    void anEditedTextThatIsTooLongIsRefusedInOtherWords() throws Exception {
        int id = desk.say(desk.home, "short").messageId();
        ObjectNode edit = Desk.to(desk.home).put("message_id", id).put("text", "x".repeat(4097));
        assertThat(desk.call("editMessageText", edit).description())
                .isEqualTo("Bad Request: MESSAGE_TOO_LONG");
    }

    @Test
    void ofMoreThan100EntitiesTheRestIsDropped() throws Exception {
        JsonNode sent = desk.call("sendMessage", html("<b>x</b> ".repeat(120))).result();
        assertThat(sent.path("entities").size()).isEqualTo(100);
    }

    @Test
    void malformedMarkupIsRefusedWithItsPlace() throws Exception {
        assertThat(desk.call("sendMessage", html("a <z>")).description())
                .isEqualTo(
                        "Bad Request: can't parse entities: Unsupported start tag \"z\" at byte offset 2");
        ObjectNode markdown = Desk.to(desk.home).put("text", "1.5").put("parse_mode", "MarkdownV2");
        assertThat(desk.call("sendMessage", markdown).description())
                .isEqualTo(
                        "Bad Request: can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'");
        assertThat(
                        desk.call(
                                        "sendMessage",
                                        Desk.to(desk.home)
                                                .put("text", "x")
                                                .put("parse_mode", "BBCode"))
                                .description())
                .isEqualTo("Bad Request: unsupported parse_mode");
        assertThat(desk.cloud.messages(desk.home.id())).isEmpty();
    }

    @Test
    void explicitEntitiesAreTakenAsTheyAre() throws Exception {
        JsonNode sent =
                withEntities(
                                "🔴 down",
                                "[{\"type\":\"bold\",\"offset\":3,\"length\":4},{\"type\":\"pre\",\"offset\":0,\"length\":2,\"language\":\"java\"},{\"type\":\"bot_command\",\"offset\":0,\"length\":1}]")
                        .result();
        assertThat(sent.path("entities").toString())
                .isEqualTo(
                        "[{\"offset\":0,\"length\":2,\"type\":\"pre\",\"language\":\"java\"},{\"offset\":3,\"length\":4,\"type\":\"bold\"}]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '¬',
            value = {
                "[{\"type\":\"bold\",\"offset\":0,\"length\":9}] § entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 9",
                "[{\"type\":\"bold\",\"offset\":-1,\"length\":2}] § entity beginning at UTF-16 offset -1 has invalid offset or length",
                "[{\"type\":\"bold\",\"offset\":1,\"length\":2}] § entity begins in a middle of a UTF-16 symbol at UTF-16 offset 1",
                "[{\"type\":\"bold\",\"offset\":0,\"length\":1}] § entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at UTF-16 offset 1",
                "[{\"type\":\"loud\",\"offset\":0,\"length\":2}] § can't parse MessageEntity: Unsupported type specified",
                "[{\"offset\":0,\"length\":2}] § can't parse MessageEntity: Can't find field \"type\"",
                "[{\"type\":\"text_link\",\"offset\":0,\"length\":2}] § can't parse MessageEntity: Can't find field \"url\"",
                "[7] § can't parse MessageEntity: expected an Object"
            })
    void explicitEntitiesAreChecked(String entities, String problem) throws Exception {
        assertThat(withEntities("🔴 down", entities).description())
                .isEqualTo("Bad Request: " + problem);
    }

    @Test
    void theCloudFindsCommandsMentionsAndAddresses() throws Exception {
        JsonNode found =
                desk.say(desk.home, "/go @anna_b https://x.example/a. #tag $USD a@b.example 12/34")
                        .result()
                        .path("entities");
        assertThat(found.findValuesAsText("type"))
                .containsExactly("bot_command", "mention", "url", "hashtag", "cashtag", "email");
        JsonNode coded =
                desk.call("sendMessage", html("<code>/go @anna_b</code> <b>/go</b>"))
                        .result()
                        .path("entities");
        assertThat(coded.findValuesAsText("type")).containsExactly("code", "bot_command", "bold");
    }

    @Test
    void linkPreviewsCanBeSwitchedOff() throws Exception {
        ObjectNode off = Json.object().put("is_disabled", true);
        ObjectNode call = Desk.to(desk.home).put("text", "https://x.example");
        call.set("link_preview_options", off);
        assertThat(
                        desk.call("sendMessage", call)
                                .result()
                                .path("link_preview_options")
                                .path("is_disabled")
                                .asBoolean())
                .isTrue();
        assertThat(desk.cloud.messages(desk.home.id()).getLast().traits().preview()).isFalse();
        assertThat(
                        desk.call(
                                        "sendMessage",
                                        Desk.to(desk.home)
                                                .put("text", "x")
                                                .put("link_preview_options", "["))
                                .description())
                .isEqualTo("Bad Request: can't parse link preview options JSON object");
    }
}
