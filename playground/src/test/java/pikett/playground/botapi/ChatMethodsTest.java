package pikett.playground.botapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pikett.playground.botapi.json.Json;
import pikett.playground.telegram.Change;
import pikett.playground.telegram.Changes;
import pikett.playground.telegram.message.Person;

/// Looking at chats, and the small acts in them: being busy, reacting, pinning.
final class ChatMethodsTest {
    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    private static ObjectNode member(long user, ObjectNode chat) {
        return chat.put("user_id", user);
    }

    @Test
    void aChatIsDescribed() throws Exception {
        JsonNode ops = desk.call("getChat", Desk.to(desk.ops)).result();
        assertThat(ops.path("title").asText()).isEqualTo("Ops");
        assertThat(ops.path("type").asText()).isEqualTo("group");
        JsonNode home = desk.call("getChat", Desk.to(desk.home)).result();
        assertThat(home.path("first_name").asText()).isEqualTo("Anna");
        assertThat(home.path("username").asText()).isEqualTo("anna");
    }

    @Test
    void membersAreDescribed() throws Exception {
        Person lena = desk.cloud.rooms().addPerson("Lena");
        desk.cloud.rooms().join(desk.ops.id(), lena);
        assertThat(status(desk.anna.id().value())).isEqualTo("creator");
        assertThat(status(lena.id().value())).isEqualTo("member");
        assertThat(status(7_000_000_001L)).isEqualTo("member");
        desk.cloud.rooms().promote(desk.ops.id(), desk.anna, lena);
        assertThat(status(lena.id().value())).isEqualTo("administrator");
        JsonNode admins = desk.call("getChatAdministrators", Desk.to(desk.ops)).result();
        assertThat(admins.findValuesAsText("first_name")).containsExactly("Anna", "Lena");
        desk.cloud.rooms().leave(desk.ops.id(), lena);
        assertThat(status(lena.id().value())).isEqualTo("left");
        assertThat(desk.call("getChatMember", member(4711, Desk.to(desk.ops))).description())
                .isEqualTo("Bad Request: PARTICIPANT_ID_INVALID");
        assertThat(desk.call("getChatMember", member(0, Desk.to(desk.ops))).description())
                .isEqualTo("Bad Request: invalid user_id specified");
    }

    private String status(long user) throws Exception {
        return desk.call("getChatMember", member(user, Desk.to(desk.ops)))
                .result()
                .path("status")
                .asText();
    }

    @Test
    void peopleSeeThatTheBotIsBusy() throws Exception {
        long before = desk.cloud.lastChange();
        desk.call("sendChatAction", Desk.to(desk.home).put("action", "typing")).result();
        List<Changes.Entry> after =
                desk.cloud.changesAfter(before, Duration.ofSeconds(1)).entries();
        assertThat(after)
                .extracting(Changes.Entry::change)
                .containsExactly(new Change.Busy(desk.home.id(), 0, "typing"));
        assertThat(
                        desk.call("sendChatAction", Desk.to(desk.home).put("action", "dancing"))
                                .description())
                .isEqualTo("Bad Request: wrong parameter action in request");
        desk.cloud.rooms().blockBot(desk.anna);
        assertThat(desk.call("sendChatAction", Desk.to(desk.home).put("action", "typing")).status())
                .isEqualTo(403);
    }

    @Test
    void theBotReactsToAMessage() throws Exception {
        int id = desk.cloud.seat(desk.anna, desk.home).say("done").id();
        long before = desk.cloud.lastChange();
        ObjectNode call = Desk.to(desk.home).put("message_id", id);
        desk.call(
                        "setMessageReaction",
                        call.deepCopy().put("reaction", "[{\"type\":\"emoji\",\"emoji\":\"👍\"}]"))
                .result();
        assertThat(
                        desk.cloud
                                .changesAfter(before, Duration.ofSeconds(1))
                                .entries()
                                .getFirst()
                                .change())
                .isInstanceOfSatisfying(
                        Change.Reacted.class, r -> assertThat(r.reactions()).containsExactly("👍"));
        assertThat(
                        desk.call(
                                        "setMessageReaction",
                                        call.deepCopy()
                                                .put(
                                                        "reaction",
                                                        "[{\"type\":\"emoji\",\"emoji\":\"x\"}]"))
                                .description())
                .isEqualTo("Bad Request: REACTION_INVALID");
        assertThat(
                        desk.call("setMessageReaction", call.deepCopy().put("message_id", 99))
                                .description())
                .isEqualTo("Bad Request: message to react not found");
    }

    @Test
    void aReactionOfAPersonIsToldToAnAdministratorWhoAsks() throws Exception {
        int id = desk.say(desk.ops, "card").messageId();
        desk.cloud.rooms().promoteBot(desk.ops.id(), desk.anna);
        desk.call(
                "getUpdates",
                Json.object().put("offset", -1).put("allowed_updates", "[\"message_reaction\"]"));
        desk.cloud.seat(desk.anna, desk.ops).react(id, "🔥");
        JsonNode told = desk.updates();
        assertThat(
                        told.path(told.size() - 1)
                                .path("message_reaction")
                                .path("new_reaction")
                                .path(0)
                                .path("emoji")
                                .asText())
                .isEqualTo("🔥");
    }

    @Test
    void pinningNeedsTheRightInAGroup() throws Exception {
        int id = desk.say(desk.ops, "card").messageId();
        ObjectNode call = Desk.to(desk.ops).put("message_id", id);
        assertThat(desk.call("pinChatMessage", call).description())
                .isEqualTo("Bad Request: not enough rights to manage pinned messages in the chat");
        desk.cloud.rooms().promoteBot(desk.ops.id(), desk.anna);
        desk.call("pinChatMessage", call).result();
        assertThat(desk.cloud.rooms().pinned(desk.ops.id())).containsExactly(id);
        desk.call("unpinChatMessage", Desk.to(desk.ops)).result();
        assertThat(desk.cloud.rooms().pinned(desk.ops.id())).isEmpty();
        assertThat(desk.call("unpinChatMessage", call).description())
                .isEqualTo("Bad Request: message to unpin not found");
    }

    @Test
    void silenceAndProtectionAreKept() throws Exception {
        JsonNode sent =
                desk.call(
                                "sendMessage",
                                Desk.to(desk.home)
                                        .put("text", "x")
                                        .put("disable_notification", true)
                                        .put("protect_content", true))
                        .result();
        assertThat(sent.path("has_protected_content").asBoolean()).isTrue();
        assertThat(desk.cloud.messages(desk.home.id()).getLast().silent()).isTrue();
        desk.say(desk.home, "loud");
        assertThat(desk.cloud.messages(desk.home.id()).getLast().silent()).isFalse();
    }
}
