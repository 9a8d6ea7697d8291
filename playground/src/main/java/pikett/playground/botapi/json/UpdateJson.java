package pikett.playground.botapi.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import pikett.playground.telegram.CallbackQuery;
import pikett.playground.telegram.ReactionChange;
import pikett.playground.telegram.Update;

/// The form of `Update`.
public final class UpdateJson {
    private UpdateJson() {}

    /// An update as a poll answers it.
    public static ObjectNode of(Update update) {
        ObjectNode node = Json.object().put("update_id", update.id());
        String name = update.event().wireName();
        switch (update.event()) {
            case Update.Said(var message) -> node.set(name, MessageJson.of(message));
            case Update.Edited(var message) -> node.set(name, MessageJson.of(message));
            case Update.Pressed(var query) -> node.set(name, query(query));
            case Update.BotMoved(var change) -> node.set(name, ChatJson.moved(change));
            case Update.MemberMoved(var change) -> node.set(name, ChatJson.moved(change));
            case Update.Reacted(var change) -> node.set(name, reaction(change));
            case Update.Raw(var json) -> raw(node, json);
        }
        return node;
    }

    private static ObjectNode query(CallbackQuery query) {
        ObjectNode node = Json.object().put("id", query.id());
        node.set("from", PersonJson.of(query.from()));
        node.set(
                "message",
                query.message() == null
                        ? MessageJson.inaccessible(query.chat(), query.messageId())
                        : MessageJson.of(query.message()));
        return node.put("chat_instance", Long.toString(query.chat().id().value() * 31))
                .put("data", query.data());
    }

    private static ObjectNode reaction(ReactionChange change) {
        ObjectNode node = Json.object();
        node.set("chat", ChatJson.of(change.chat()));
        node.put("message_id", change.messageId());
        node.set("user", PersonJson.of(change.by()));
        node.put("date", change.at().getEpochSecond());
        node.set("old_reaction", Json.array(change.before(), UpdateJson::emoji));
        node.set("new_reaction", Json.array(change.after(), UpdateJson::emoji));
        return node;
    }

    private static ObjectNode emoji(String emoji) {
        return Json.object().put("type", "emoji").put("emoji", emoji);
    }

    private static void raw(ObjectNode node, String json) {
        Json.parse(json)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .ifPresent(node::setAll);
    }
}
