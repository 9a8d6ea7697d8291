package pikett.playground.botapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pikett.playground.botapi.json.Json;
import pikett.playground.telegram.CallbackAnswer;
import pikett.playground.telegram.Press;
import pikett.playground.telegram.Seat;
import pikett.playground.telegram.message.Message;

/// Buttons: what may stand in them, and what pressing them does.
final class ButtonTest {
    private final Desk desk = new Desk();
    private final Seat anna = desk.cloud.seat(desk.anna, desk.home);

    @AfterEach
    void close() {
        desk.close();
    }

    private Desk.Reply send(String markup) throws Exception {
        return desk.call(
                "sendMessage", Desk.to(desk.home).put("text", "press").put("reply_markup", markup));
    }

    private static String button(String fields) {
        return "{\"inline_keyboard\":[[{" + fields + "}]]}";
    }

    private Message card() throws Exception {
        send("{\"inline_keyboard\":[[{\"text\":\"Take\",\"callback_data\":\"t\"},{\"text\":\"Logs\",\"callback_data\":\"l\"}],[{\"text\":\"Docs\",\"url\":\"https://x.example\"}]]}")
                .result();
        return desk.cloud.messages(desk.home.id()).getLast();
    }

    private JsonNode pressed() throws Exception {
        return desk.updates().path(0).path("callback_query");
    }

    private Desk.Reply answer(String id, String text) throws Exception {
        return desk.call(
                "answerCallbackQuery",
                Json.object().put("callback_query_id", id).put("text", text));
    }

    @Test
    void callbackDataHas1To64Bytes() throws Exception {
        assertThat(
                        send(button("\"text\":\"x\",\"callback_data\":\"" + "a".repeat(64) + "\""))
                                .status())
                .isEqualTo(200);
        assertThat(
                        send(button("\"text\":\"x\",\"callback_data\":\"" + "a".repeat(65) + "\""))
                                .description())
                .isEqualTo("Bad Request: BUTTON_DATA_INVALID");
        assertThat(
                        send(button("\"text\":\"x\",\"callback_data\":\"" + "ü".repeat(33) + "\""))
                                .description())
                .isEqualTo("Bad Request: BUTTON_DATA_INVALID");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '¬',
            value = {
                "\"text\":\"x\" § can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
                "\"text\":\"x\",\"callback_data\":\"\" § can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
                "\"callback_data\":\"d\" § can't parse inline keyboard button: Can't find field \"text\"",
                "\"text\":\" \",\"callback_data\":\"d\" § BUTTON_TEXT_INVALID",
                "\"text\":\"x\",\"url\":\"nowhere\" § BUTTON_URL_INVALID",
                "\"text\":\"x\",\"copy_text\":{\"text\":\"\"} § BUTTON_COPY_TEXT_INVALID",
                "\"text\":\"x\",\"callback_data\":\"d\",\"style\":\"pink\" § can't parse inline keyboard button: invalid button style specified"
            })
    void aBadButtonIsRefused(String fields, String problem) throws Exception {
        assertThat(send(button(fields)).description()).isEqualTo("Bad Request: " + problem);
        assertThat(desk.cloud.messages(desk.home.id())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '¬',
            value = {
                "{ § can't parse reply keyboard markup JSON object",
                "[] § object expected as reply markup",
                "{\"inline_keyboard\":{}} § field \"inline_keyboard\" must be of type Array",
                "{\"inline_keyboard\":[{}]} § field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays",
                "{\"inline_keyboard\":[[7]]} § can't parse inline keyboard button: InlineKeyboardButton must be an Object"
            })
    void aBadKeyboardIsRefused(String markup, String problem) throws Exception {
        assertThat(send(markup).description()).isEqualTo("Bad Request: " + problem);
    }

    @Test
    void moreThan100ButtonsAreTooMany() throws Exception {
        String row = "[{\"text\":\"x\",\"callback_data\":\"d\"}],";
        assertThat(send("{\"inline_keyboard\":[" + row.repeat(100) + "[]]}").status())
                .isEqualTo(200);
        assertThat(send("{\"inline_keyboard\":[" + row.repeat(101) + "[]]}").description())
                .isEqualTo("Bad Request: reply markup is too long");
    }

    @Test
    void stylesAddressesAndCopiedTextComeBackAsTheyWereSent() throws Exception {
        String markup =
                "{\"inline_keyboard\":[[{\"text\":\"a\",\"style\":\"danger\",\"callback_data\":\"d\"},{\"text\":\"b\",\"url\":\"https://x.example\"},{\"text\":\"c\",\"copy_text\":{\"text\":\"id-1\"}}]]}";
        assertThat(send(markup).result().path("reply_markup").toString()).isEqualTo(markup);
    }

    @Test
    void aPressTellsTheBotAndTheAnswerIsSeen() throws Exception {
        Press press = anna.press(card(), "Take");
        JsonNode query = pressed();
        assertThat(query.path("from").path("id").asLong()).isEqualTo(11);
        assertThat(query.path("data").asText()).isEqualTo("t");
        assertThat(press.answer(Duration.ZERO)).isEmpty();
        ObjectNode alert =
                Json.object()
                        .put("callback_query_id", query.path("id").asText())
                        .put("text", "Really?")
                        .put("show_alert", true);
        desk.call("answerCallbackQuery", alert).result();
        assertThat(press.answer(Duration.ofSeconds(1)))
                .contains(new CallbackAnswer("Really?", true));
    }

    @Test
    void anAnswerThatIsLateSecondOrForNobodyIsRefused() throws Exception {
        String tooOld =
                "Bad Request: query is too old and response timeout expired or query ID is invalid";
        Message card = card();
        anna.press(card, "Take");
        String first = pressed().path("id").asText();
        assertThat(answer(first, "x").status()).isEqualTo(200);
        assertThat(answer(first, "x").description()).isEqualTo(tooOld);
        assertThat(answer("12345", "x").description()).isEqualTo(tooOld);
        Press late = anna.press(card, "Take");
        desk.clock.forward(Duration.ofSeconds(16));
        assertThat(answer(late.query().id(), "x").description()).isEqualTo(tooOld);
    }

    @Test
    void anAnswerHasAtMost200Characters() throws Exception {
        Press press = anna.press(card(), "Take");
        assertThat(answer(press.query().id(), "x".repeat(201)).description())
                .isEqualTo("Bad Request: MESSAGE_TOO_LONG");
        assertThat(answer(press.query().id(), "x".repeat(200)).status()).isEqualTo(200);
    }

    @Test
    void aPersonPressesByLabelDataOrPartOfALabel() throws Exception {
        Message card = card();
        assertThat(anna.press(card, "Logs").query().data()).isEqualTo("l");
        assertThat(anna.press(card, "t").query().data()).isEqualTo("t");
        assertThat(anna.press(card, "og").query().data()).isEqualTo("l");
        assertThatThrownBy(() -> anna.press(card, "o"))
                .hasMessageContaining("there are [Take, Logs, Docs]");
        assertThatThrownBy(() -> anna.press(card, "Docs"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aButtonOfAnOldScreenStillWorks() throws Exception {
        Message card = card();
        ObjectNode key = Desk.to(desk.home).put("message_id", card.id());
        desk.call("editMessageText", key.deepCopy().put("text", "taken")).result();
        anna.press(card, "Take");
        JsonNode query = pressed();
        assertThat(query.path("data").asText()).isEqualTo("t");
        assertThat(query.path("message").path("text").asText()).isEqualTo("taken");
        desk.call("deleteMessage", key).result();
        anna.press(card, "Take");
        JsonNode gone = pressed().path("message");
        assertThat(gone.path("date").asInt(-1)).isZero();
        assertThat(gone.path("message_id").asInt()).isEqualTo(card.id());
    }
}
