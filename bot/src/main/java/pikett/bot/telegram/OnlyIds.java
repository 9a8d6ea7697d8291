package pikett.bot.telegram;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.IOException;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/// What the library reads of Telegram's answers: of updates and messages their ids, and nothing else. We read
/// the JSON ourselves; the library would get to know every kind of object that Telegram has, five hundred
/// classes, before the first answer after a start, and stumble over each kind that is newer than itself.
///
/// Extends what holds the library's mapper, which only its own may reach; there are no instances.
abstract class OnlyIds extends PartialBotApiMethod<Boolean> {
    static {
        // Only this takes the place of the annotations that the library's classes have themselves.
        OBJECT_MAPPER.addMixIn(Update.class, OfUpdate.class);
        OBJECT_MAPPER.addMixIn(Message.class, OfMessage.class);
    }

    private OnlyIds() {}

    /// From now on. To be called before the library reads its first answer.
    static void areRead() {
        // Whoever calls has this class initialised.
    }

    private static int id(JsonParser json, DeserializationContext context, String field)
            throws IOException {
        JsonNode id = json.<JsonNode>readValueAsTree().path(field);
        return id.isInt()
                ? id.intValue()
                : context.reportInputMismatch(OnlyIds.class, "no %s", field);
    }

    @JsonDeserialize(using = UpdateReader.class)
    private interface OfUpdate {}

    @JsonDeserialize(using = MessageReader.class)
    private interface OfMessage {}

    static final class UpdateReader extends JsonDeserializer<Update> {
        @Override
        public Update deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            Update update = new Update();
            update.setUpdateId(id(json, context, "update_id"));
            return update;
        }
    }

    static final class MessageReader extends JsonDeserializer<Message> {
        @Override
        public Message deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            Message message = new Message();
            message.setMessageId(id(json, context, "message_id"));
            return message;
        }
    }
}
