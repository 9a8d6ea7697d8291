package pikett.playground.botapi.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import pikett.playground.telegram.text.Entity;
import pikett.playground.telegram.text.EntityKind;

/// The form of `MessageEntity`.
final class TextJson {
    private TextJson() {}

    static ArrayNode of(List<Entity> entities) {
        return Json.array(entities, TextJson::of);
    }

    private static JsonNode of(Entity entity) {
        ObjectNode node =
                Json.object()
                        .put("offset", entity.offset())
                        .put("length", entity.length())
                        .put("type", entity.kind().wireName());
        String argument = entity.argument();
        if (argument != null) {
            argument(node, entity.kind(), argument);
        }
        return node;
    }

    private static void argument(ObjectNode node, EntityKind kind, String argument) {
        if (kind == EntityKind.TEXT_LINK) {
            node.put("url", argument);
        } else if (kind == EntityKind.PRE) {
            node.put("language", argument);
        } else if (kind == EntityKind.CUSTOM_EMOJI) {
            node.put("custom_emoji_id", argument);
        } else if (kind == EntityKind.TEXT_MENTION) {
            node.set(
                    "user",
                    Json.object()
                            .put("id", Long.parseLong(argument))
                            .put("is_bot", false)
                            .put("first_name", ""));
        }
    }
}
