package pikett.bot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Raw updates as Telegram sends them, for tests.
final class Updates {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Updates() {}

    /// A text of Anna's in group -100, whose message id is ten times the update's.
    static ObjectNode text(int updateId, String text) {
        ObjectNode update =
                (ObjectNode)
                        json(
                                """
                                {"message":{
                                  "date":1763632800,
                                  "chat":{"id":-100,"type":"supergroup","title":"Ops"},
                                  "from":{"id":111,"is_bot":false,"first_name":"Anna","last_name":"A.",
                                    "language_code":"de"}}}
                                """);
        update.put("update_id", updateId);
        message(update).put("message_id", updateId * 10).put("text", text);
        return update;
    }

    /// A command with Telegram's own entity over the word.
    static ObjectNode command(int updateId, String word, String rest) {
        ObjectNode update = text(updateId, word + rest);
        message(update)
                .putArray("entities")
                .addObject()
                .put("type", "bot_command")
                .put("offset", 0)
                .put("length", word.length());
        return update;
    }

    /// Anna's press of a button of message 55.
    static ObjectNode press(int updateId, String data) {
        ObjectNode update =
                (ObjectNode)
                        json(
                                """
                                {"callback_query":{
                                  "from":{"id":111,"is_bot":false,"first_name":"Anna","last_name":"A.",
                                    "language_code":"de"},
                                  "chat_instance":"1",
                                  "message":{"message_id":55,"date":1763632700,"text":"x",
                                    "chat":{"id":-100,"type":"supergroup"}}}}
                                """);
        update.put("update_id", updateId);
        ((ObjectNode) update.get("callback_query")).put("id", "cb" + updateId).put("data", data);
        return update;
    }

    static ObjectNode message(ObjectNode update) {
        return (ObjectNode) update.get("message");
    }

    static ObjectNode from(ObjectNode update) {
        return (ObjectNode) message(update).get("from");
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The JSON pointers of all fields, however deep.
    static List<String> pointers(JsonNode node) {
        List<String> all = new ArrayList<>();
        collect(node, "", all);
        return all;
    }

    /// A copy in which one field is another.
    static JsonNode replaced(ObjectNode whole, String pointer, JsonNode value) {
        ObjectNode copy = whole.deepCopy();
        int last = pointer.lastIndexOf('/');
        if (copy.at(pointer.substring(0, last)) instanceof ObjectNode parent) {
            parent.set(pointer.substring(last + 1), value);
        }
        return copy;
    }

    private static void collect(JsonNode node, String path, List<String> all) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            all.add(path + "/" + field.getKey());
            collect(field.getValue(), path + "/" + field.getKey(), all);
        }
    }
}
