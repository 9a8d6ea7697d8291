package pikett.playground.botapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pikett.playground.botapi.json.Json;
import pikett.playground.telegram.MessageHistory;
import pikett.playground.telegram.message.Chat;
import pikett.playground.telegram.message.Message;
import pikett.playground.telegram.message.MessageKey;

/// Changing and deleting what stands in a chat.
final class EditTest {
    private static final String BUTTONS =
            "{\"inline_keyboard\":[[{\"text\":\"b\",\"callback_data\":\"d\"}]]}";

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    private static ObjectNode at(Chat chat, int id) {
        return Desk.to(chat).put("message_id", id);
    }

    private Desk.Reply edit(int id, String text) throws Exception {
        return desk.call("editMessageText", at(desk.home, id).put("text", text));
    }

    @Test
    void anEditReplacesWordsAndButtonsAndKeepsTheHistory() throws Exception {
        int id =
                desk.call(
                                "sendMessage",
                                Desk.to(desk.home).put("text", "one").put("reply_markup", BUTTONS))
                        .messageId();
        desk.clock.forward(Duration.ofSeconds(7));
        assertThat(edit(id, "two").result().path("edit_date").asLong())
                .isEqualTo(Instant.parse("2026-11-20T12:00:07Z").getEpochSecond());
        MessageHistory history =
                desk.cloud.history(new MessageKey(desk.home.id(), id)).orElseThrow();
        assertThat(history.versions())
                .extracting(v -> v.message().text())
                .containsExactly("one", "two");
        assertThat(history.versions())
                .extracting(MessageHistory.Version::at)
                .containsExactly(
                        Instant.parse("2026-11-20T12:00:00Z"),
                        Instant.parse("2026-11-20T12:00:07Z"));
        assertThat(history.latest().keyboard().isEmpty()).isTrue();
    }

    @Test
    void anEditThatChangesNothingIsRefused() throws Exception {
        String same =
                "Bad Request: message is not modified: specified new message content and reply markup are exactly"
                        + " the same as a current content and reply markup of the message";
        int id = desk.say(desk.home, "one").messageId();
        assertThat(edit(id, "one").description()).isEqualTo(same);
        assertThat(edit(id, " one ").description()).isEqualTo(same);
        assertThat(
                        desk.call(
                                        "editMessageText",
                                        at(desk.home, id)
                                                .put("text", "<b>one</b>")
                                                .put("parse_mode", "HTML"))
                                .status())
                .isEqualTo(200);
        assertThat(
                        desk.call(
                                        "editMessageText",
                                        at(desk.home, id)
                                                .put("text", "<b>one</b>")
                                                .put("parse_mode", "HTML")
                                                .put("reply_markup", BUTTONS))
                                .status())
                .isEqualTo(200);
        assertThat(
                        desk.call(
                                        "editMessageReplyMarkup",
                                        at(desk.home, id).put("reply_markup", BUTTONS))
                                .description())
                .isEqualTo(same);
        assertThat(
                        desk.call("editMessageReplyMarkup", at(desk.home, id))
                                .result()
                                .has("reply_markup"))
                .isFalse();
    }

    @Test
    void onlyOwnMessagesThatExistCanBeEdited() throws Exception {
        int annas = desk.cloud.seat(desk.anna, desk.home).say("mine").id();
        assertThat(edit(annas, "yours").description())
                .isEqualTo("Bad Request: message can't be edited");
        assertThat(edit(99, "x").description()).isEqualTo("Bad Request: message to edit not found");
        int id = desk.say(desk.home, "short-lived").messageId();
        desk.call("deleteMessage", at(desk.home, id)).result();
        assertThat(edit(id, "x").description()).isEqualTo("Bad Request: message to edit not found");
    }

    @Test
    void aDeletedMessageIsGoneForPeopleButNotFromTheRecord() throws Exception {
        int id = desk.say(desk.home, "secret").messageId();
        desk.clock.forward(Duration.ofSeconds(3));
        desk.call("deleteMessage", at(desk.home, id)).result();
        assertThat(desk.cloud.messages(desk.home.id())).isEmpty();
        MessageHistory history =
                desk.cloud.history(new MessageKey(desk.home.id(), id)).orElseThrow();
        assertThat(history.deletedAt()).isEqualTo(Instant.parse("2026-11-20T12:00:03Z"));
        assertThat(desk.call("deleteMessage", at(desk.home, id)).description())
                .isEqualTo("Bad Request: message to delete not found");
    }

    @Test
    void othersMessagesCanBeDeletedOnlyWithTheRightTo() throws Exception {
        int annas = desk.cloud.seat(desk.anna, desk.ops).say("mine").id();
        assertThat(desk.call("deleteMessage", at(desk.ops, annas)).description())
                .isEqualTo("Bad Request: message can't be deleted");
        desk.cloud.rooms().promoteBot(desk.ops.id(), desk.anna);
        assertThat(desk.call("deleteMessage", at(desk.ops, annas)).status()).isEqualTo(200);
    }

    @Test
    void after48HoursAMessageCanBeEditedButNotDeleted() throws Exception {
        int id = desk.say(desk.home, "old").messageId();
        desk.clock.forward(Duration.ofDays(2));
        assertThat(desk.call("deleteMessage", at(desk.home, id)).description())
                .isEqualTo("Bad Request: message can't be deleted");
        assertThat(edit(id, "still mine").status()).isEqualTo(200);
    }

    @Test
    void aDeleteNeedsAChatAndAMessage() throws Exception {
        assertThat(desk.call("deleteMessage", at(desk.home, 0)).description())
                .isEqualTo("Bad Request: message identifier is not specified");
        assertThat(desk.call("deleteMessage", Json.object().put("message_id", 1)).description())
                .isEqualTo("Bad Request: chat identifier is not specified");
    }

    @Test
    void aReplyNeedsItsMessageUnlessToldOtherwise() throws Exception {
        int annas = desk.cloud.seat(desk.anna, desk.home).say("question").id();
        ObjectNode reply = Desk.to(desk.home).put("text", "answer");
        reply.set("reply_parameters", Json.object().put("message_id", annas));
        assertThat(
                        desk.call("sendMessage", reply)
                                .result()
                                .path("reply_to_message")
                                .path("text")
                                .asText())
                .isEqualTo("question");
        Message seen = desk.cloud.messages(desk.home.id()).getLast();
        assertThat(seen.traits().replyTo()).isNotNull();
        reply.set("reply_parameters", Json.object().put("message_id", 99));
        assertThat(desk.call("sendMessage", reply).description())
                .isEqualTo("Bad Request: message to be replied not found");
        reply.set(
                "reply_parameters",
                Json.object().put("message_id", 99).put("allow_sending_without_reply", true));
        assertThat(desk.call("sendMessage", reply).result().has("reply_to_message")).isFalse();
    }
}
