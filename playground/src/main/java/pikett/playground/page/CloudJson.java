package pikett.playground.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import pikett.playground.botapi.json.Json;
import pikett.playground.botapi.json.MessageJson;
import pikett.playground.botapi.json.PersonJson;
import pikett.playground.telegram.Change;
import pikett.playground.telegram.Cloud;
import pikett.playground.telegram.message.Chat;
import pikett.playground.telegram.message.ChatId;
import pikett.playground.telegram.message.ChatKind;
import pikett.playground.telegram.message.Message;
import pikett.playground.telegram.message.Person;

/// The cloud in the form in which the page reads it, as one person sees it. Messages have the form
/// of the Bot API, with what only a phone knows beside it.
final class CloudJson {
    /// The newest messages of a chat that the page is given.
    private static final int SHOWN = 200;

    private final Cloud cloud;
    private final Cast cast;
    private final Person viewer;

    CloudJson(Stage stage, Person viewer) {
        this.cloud = stage.cloud();
        this.cast = stage.cast();
        this.viewer = viewer;
    }

    /// Everything that the person sees. Changes after the number `last` are not in it for sure; they
    /// may be, and are then told again.
    ObjectNode everything() {
        ObjectNode all = Json.object().put("last", cloud.lastChange());
        all.set("me", PersonJson.of(viewer));
        all.set("bot", PersonJson.of(cloud.bot().person()));
        all.set("people", Json.array(cast.people(), this::person));
        all.set("chats", Json.array(chats(), this::chat));
        return all;
    }

    private ObjectNode person(Person person) {
        return PersonJson.of(person).put("part", cast.part(person));
    }

    private List<Chat> chats() {
        return cloud.rooms().chats().stream().filter(chat -> sees(chat.id())).toList();
    }

    private boolean sees(ChatId chat) {
        var membership = cloud.rooms().members(chat).get(viewer.id());
        return membership != null && membership.present();
    }

    private ObjectNode chat(Chat chat) {
        List<Message> messages = cloud.messages(chat.id());
        int from = Math.max(0, messages.size() - SHOWN);
        boolean direct = chat.kind() == ChatKind.PRIVATE;
        ObjectNode node =
                Json.object()
                        .put("id", chat.id().toString())
                        .put("kind", chat.kind().wireName())
                        .put("title", direct ? cloud.bot().name() : chat.title())
                        .put("members", cloud.rooms().members(chat.id()).size());
        node.set("menu", menu(chat));
        node.set(
                "messages",
                Json.array(messages.subList(from, messages.size()), CloudJson::message));
        return node;
    }

    private ArrayNode menu(Chat chat) {
        return Json.array(
                cloud.botSide().menu().shownTo(viewer, chat.id()),
                line ->
                        Json.object()
                                .put("command", line.command())
                                .put("description", line.description()));
    }

    private static ObjectNode message(Message message) {
        return MessageJson.of(message)
                .put("silent", message.silent())
                .put("guarded", message.traits().guarded());
    }

    /// The change as the page must follow it; nothing if this person does not see it.
    Optional<ObjectNode> change(Change change) {
        return switch (change) {
            case Change.Posted(Message message) -> written(message, "posted");
            case Change.Edited(Message message) -> written(message, "edited");
            case Change.Deleted(var key) ->
                    in(key.chat(), "deleted").map(node -> node.put("id", key.id()));
            case Change.Busy(ChatId chat, int _, String action) ->
                    in(chat, "busy").map(node -> node.put("action", action));
            case Change.MenuChanged _, Change.ChatChanged _, Change.PersonAdded _ ->
                    Optional.of(Json.object().put("kind", "reload"));
            // A press is answered to the page that pressed; emoji and pins are not shown.
            case Change.Answered _, Change.Reacted _, Change.PinsChanged _ -> Optional.empty();
        };
    }

    private Optional<ObjectNode> written(Message message, String kind) {
        return in(message.key().chat(), kind).map(node -> node.set("message", message(message)));
    }

    private Optional<ObjectNode> in(ChatId chat, String kind) {
        return sees(chat)
                ? Optional.of(Json.object().put("kind", kind).put("chat", chat.toString()))
                : Optional.empty();
    }
}
