package pikett.playground.botapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pikett.playground.botapi.json.Json;
import pikett.playground.telegram.Rooms;
import pikett.playground.telegram.Topic;
import pikett.playground.telegram.message.Chat;
import pikett.playground.telegram.message.ChatId;
import pikett.playground.telegram.message.ChatKind;
import pikett.playground.telegram.message.Message;
import pikett.playground.telegram.message.Person;

/// Whom and what a bot can reach, and how it is told why not.
final class ReachTest {
    private final Desk desk = new Desk();
    private final Rooms rooms = desk.cloud.rooms();

    @AfterEach
    void close() {
        desk.close();
    }

    private String refusal(Chat chat) throws Exception {
        return refusal(chat, 0);
    }

    private String refusal(Chat chat, int topic) throws Exception {
        Desk.Reply reply =
                desk.call(
                        "sendMessage",
                        Desk.to(chat).put("text", "hello").put("message_thread_id", topic));
        assertThat(reply.status()).isEqualTo(reply.body().path("error_code").asInt());
        return reply.status() + " " + reply.description();
    }

    @Test
    void aChatThatIsNotThereOrWasNeverSeenIsNotFound() throws Exception {
        assertThat(refusal(Chat.of(new ChatId(-77), ChatKind.GROUP, "x")))
                .isEqualTo("400 Bad Request: chat not found");
        assertThat(refusal(rooms.createGroup("Without the bot", desk.anna)))
                .isEqualTo("400 Bad Request: chat not found");
        assertThat(
                        desk.call(
                                        "sendMessage",
                                        Json.object().put("chat_id", "@nobody").put("text", "x"))
                                .description())
                .isEqualTo("Bad Request: chat not found");
    }

    @Test
    void aPersonMustSpeakFirst() throws Exception {
        Person arsen = rooms.addPerson("Arsen");
        Chat unopened = Chat.of(ChatId.of(arsen.id()), ChatKind.PRIVATE, "Arsen");
        assertThat(refusal(unopened)).isEqualTo("400 Bad Request: chat not found");
        rooms.join(desk.ops.id(), arsen);
        assertThat(refusal(unopened))
                .isEqualTo("403 Forbidden: bot can't initiate conversation with a user");
        assertThat(desk.say(rooms.openPrivate(arsen), "hello").status()).isEqualTo(200);
    }

    @Test
    void aPersonCanBlockAndUnblockTheBot() throws Exception {
        rooms.blockBot(desk.anna);
        assertThat(refusal(desk.home)).isEqualTo("403 Forbidden: bot was blocked by the user");
        JsonNode change = desk.updates().path(0).path("my_chat_member");
        assertThat(change.path("old_chat_member").path("status").asText()).isEqualTo("member");
        assertThat(change.path("new_chat_member").path("status").asText()).isEqualTo("kicked");
        assertThat(change.path("new_chat_member").path("user").path("id").asLong())
                .isEqualTo(7_000_000_001L);
        rooms.unblockBot(desk.anna);
        assertThat(desk.say(desk.home, "again").status()).isEqualTo(200);
    }

    @Test
    void anAccountCanBeClosed() throws Exception {
        rooms.deactivate(desk.anna);
        assertThat(refusal(desk.home)).isEqualTo("403 Forbidden: user is deactivated");
    }

    @Test
    void aBotThatLeftOrWasKickedIsOut() throws Exception {
        rooms.kickBot(desk.ops.id(), desk.anna);
        assertThat(refusal(desk.ops))
                .isEqualTo("403 Forbidden: bot was kicked from the group chat");
        Chat big = rooms.createSupergroup("Big", desk.anna);
        rooms.addBot(big.id(), desk.anna);
        desk.call("leaveChat", Desk.to(big)).result();
        assertThat(refusal(big))
                .isEqualTo("403 Forbidden: bot is not a member of the supergroup chat");
        rooms.addBot(big.id(), desk.anna);
        rooms.kickBot(big.id(), desk.anna);
        assertThat(refusal(big))
                .isEqualTo("403 Forbidden: bot was kicked from the supergroup chat");
        assertThat(desk.call("getChat", Desk.to(big)).status()).isEqualTo(403);
    }

    @Test
    void aDeletedGroupIsGone() throws Exception {
        rooms.deleteGroup(desk.ops.id());
        assertThat(refusal(desk.ops)).isEqualTo("403 Forbidden: the group chat was deleted");
    }

    @Test
    void aChannelIsWrittenToByAdministratorsOnlyAndFoundByName() throws Exception {
        Chat named =
                new Chat(
                        new ChatId(-1_009_000_000_001L),
                        ChatKind.CHANNEL,
                        "News",
                        "pikett_news",
                        false);
        Chat news = rooms.create(named, desk.anna);
        rooms.addBot(news.id(), desk.anna);
        assertThat(refusal(news))
                .isEqualTo("400 Bad Request: need administrator rights in the channel chat");
        rooms.promoteBot(news.id(), desk.anna);
        JsonNode post =
                desk.call(
                                "sendMessage",
                                Json.object().put("chat_id", "@Pikett_News").put("text", "hi"))
                        .result();
        assertThat(post.has("from")).isFalse();
        assertThat(post.path("sender_chat").path("username").asText()).isEqualTo("pikett_news");
        desk.updates();
        desk.cloud.seat(desk.anna, news).say("by hand");
        assertThat(desk.updates().path(0).path("channel_post").path("text").asText())
                .isEqualTo("by hand");
    }

    @Test
    void aGroupThatBecameASupergroupNamesItsNewId() throws Exception {
        int old = desk.say(desk.ops, "before").messageId();
        desk.updates();
        Chat big = rooms.migrate(desk.ops.id(), desk.anna);
        Desk.Reply refused = desk.say(desk.ops, "after");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.description())
                .isEqualTo("Bad Request: group chat was upgraded to a supergroup chat");
        assertThat(refused.body().path("parameters").path("migrate_to_chat_id").asLong())
                .isEqualTo(big.id().value());
        ObjectNode edit = Desk.to(desk.ops).put("message_id", old).put("text", "x");
        assertThat(
                        desk.call("editMessageText", edit)
                                .body()
                                .path("parameters")
                                .has("migrate_to_chat_id"))
                .isTrue();
        JsonNode told = desk.updates();
        assertThat(told.path(0).path("message").path("migrate_to_chat_id").asLong())
                .isEqualTo(big.id().value());
        assertThat(told.path(0).path("message").path("chat").path("id").asLong())
                .isEqualTo(desk.ops.id().value());
        assertThat(told.path(1).path("message").path("migrate_from_chat_id").asLong())
                .isEqualTo(desk.ops.id().value());
        assertThat(desk.say(big, "here").status()).isEqualTo(200);
        assertThatThrownBy(() -> desk.cloud.seat(desk.anna, desk.ops).say("x"))
                .hasMessageContaining("has become the supergroup");
        desk.cloud.seat(desk.anna, big).say("/status");
        assertThat(desk.updates().path(0).path("message").path("chat").path("type").asText())
                .isEqualTo("supergroup");
    }

    @Test
    void topicsAreReachedByTheirIdUntilTheyAreDeleted() throws Exception {
        Chat forum = rooms.createForum("Forum", desk.anna);
        rooms.addBot(forum.id(), desk.anna);
        Topic night = rooms.createTopic(forum.id(), desk.anna, "Night");
        JsonNode sent =
                desk.call(
                                "sendMessage",
                                Desk.to(forum)
                                        .put("text", "in it")
                                        .put("message_thread_id", night.id()))
                        .result();
        assertThat(sent.path("message_thread_id").asInt()).isEqualTo(night.id());
        assertThat(sent.path("is_topic_message").asBoolean()).isTrue();
        assertThat(desk.say(forum, "in General").result().has("message_thread_id")).isFalse();
        String gone = "400 Bad Request: message thread not found";
        assertThat(refusal(forum, 1)).isEqualTo(gone);
        assertThat(refusal(forum, 999)).isEqualTo(gone);
        rooms.deleteTopic(forum.id(), night.id());
        assertThat(refusal(forum, night.id())).isEqualTo(gone);
        assertThat(desk.cloud.messages(forum.id()))
                .extracting(Message::text)
                .contains("in General")
                .doesNotContain("in it");
    }

    @Test
    void whereThereAreNoTopicsTheirIdIsIgnoredInGroupsAndRefusedInPrivate() throws Exception {
        assertThat(
                        desk.call(
                                        "sendMessage",
                                        Desk.to(desk.ops)
                                                .put("text", "x")
                                                .put("message_thread_id", 5))
                                .result()
                                .has("message_thread_id"))
                .isFalse();
        assertThat(refusal(desk.home, 5)).isEqualTo("400 Bad Request: message thread not found");
    }
}
