package pikett.playground.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pikett.playground.botapi.json.KeyboardJson;
import pikett.playground.botapi.json.MessageJson;
import pikett.playground.telegram.BotSide;
import pikett.playground.telegram.CallbackAnswer;
import pikett.playground.telegram.Outgoing;
import pikett.playground.telegram.Refused;
import pikett.playground.telegram.message.Content;
import pikett.playground.telegram.message.Traits;

/// The methods that send, change and answer messages. Files are sent by [FileMethods].
final class MessageMethods {
    private static final Set<String> ACTIONS =
            Set.of(
                    "typing",
                    "upload_photo",
                    "record_video",
                    "upload_video",
                    "record_voice",
                    "upload_voice",
                    "upload_document",
                    "choose_sticker",
                    "find_location",
                    "record_video_note",
                    "upload_video_note");

    private final BotSide bot;

    MessageMethods(BotSide bot) {
        this.bot = bot;
    }

    Map<String, Method> all() {
        return Map.of(
                "sendmessage", this::send,
                "editmessagetext", this::editText,
                "editmessagereplymarkup", this::editKeyboard,
                "deletemessage", this::delete,
                "answercallbackquery", this::answer,
                "sendchataction", this::showBusy,
                "setmessagereaction", this::react,
                "pinchatmessage", this::pin,
                "unpinchatmessage", this::unpin);
    }

    private JsonNode send(Call call) {
        Content content = new Content.Text(TextReader.text(call));
        return MessageJson.of(bot.send(outgoing(call, content)));
    }

    /// A message with the parameters that all sending methods share.
    static Outgoing outgoing(Call call, Content content) {
        Outgoing.@Nullable Reply reply = reply(call);
        Traits traits =
                Traits.PLAIN
                        .withSilent(call.flag("disable_notification"))
                        .withGuarded(call.flag("protect_content"))
                        .withPreview(preview(call));
        return new Outgoing(
                call.text("chat_id"),
                Math.max(0, call.integer("message_thread_id")),
                content,
                KeyboardJson.read(call.text("reply_markup")),
                traits,
                reply);
    }

    private static boolean preview(Call call) {
        if (!call.has("link_preview_options")) {
            return !call.flag("disable_web_page_preview");
        }
        JsonNode options =
                call.json("link_preview_options")
                        .orElseThrow(() ->
                                Refused.badRequest("can't parse link preview options JSON object"));
        if (!options.isObject()) {
            throw Refused.badRequest("object expected as link preview options");
        }
        return !options.path("is_disabled").asBoolean();
    }

    private static Outgoing.@Nullable Reply reply(Call call) {
        if (!call.has("reply_parameters")) {
            int id = call.integer("reply_to_message_id");
            return id <= 0
                    ? null
                    : new Outgoing.Reply(id, call.flag("allow_sending_without_reply"));
        }
        JsonNode parameters =
                call.json("reply_parameters")
                        .orElseThrow(() ->
                                Refused.badRequest("can't parse reply parameters JSON object"));
        if (!parameters.isObject()) {
            throw Refused.badRequest("object expected as reply parameters");
        }
        if (parameters.isEmpty()) {
            return null;
        }
        if (!parameters.hasNonNull("message_id")) {
            throw Refused.badRequest("can't find field \"message_id\"");
        }
        int id = parameters.path("message_id").asInt();
        return id <= 0
                ? null
                : new Outgoing.Reply(
                        id, parameters.path("allow_sending_without_reply").asBoolean());
    }

    private JsonNode editText(Call call) {
        Content.Text words = new Content.Text(TextReader.text(call));
        int id = messageId(call);
        return MessageJson.of(
                bot.editText(
                        call.text("chat_id"),
                        id,
                        words,
                        KeyboardJson.read(call.text("reply_markup"))));
    }

    private JsonNode editKeyboard(Call call) {
        int id = messageId(call);
        return MessageJson.of(
                bot.editKeyboard(
                        call.text("chat_id"), id, KeyboardJson.read(call.text("reply_markup"))));
    }

    private static int messageId(Call call) {
        int id = call.integer("message_id");
        if (id == 0 && !call.has("chat_id")) {
            throw Refused.badRequest("message identifier is not specified");
        }
        return id;
    }

    private JsonNode delete(Call call) {
        if (!call.has("chat_id")) {
            throw Refused.badRequest("chat identifier is not specified");
        }
        if (call.integer("message_id") <= 0) {
            throw Refused.badRequest("message identifier is not specified");
        }
        bot.delete(call.text("chat_id"), call.integer("message_id"));
        return BooleanNode.TRUE;
    }

    private JsonNode answer(Call call) {
        bot.answer(
                call.text("callback_query_id"),
                new CallbackAnswer(call.text("text"), call.flag("show_alert")));
        return BooleanNode.TRUE;
    }

    private JsonNode showBusy(Call call) {
        if (!ACTIONS.contains(call.text("action"))) {
            throw Refused.badRequest("wrong parameter action in request");
        }
        int topic = Math.max(0, call.integer("message_thread_id"));
        bot.showBusy(call.text("chat_id"), topic, call.text("action"));
        return BooleanNode.TRUE;
    }

    private JsonNode react(Call call) {
        List<String> emoji = new ArrayList<>();
        if (call.has("reaction")) {
            JsonNode reactions =
                    call.json("reaction")
                            .filter(JsonNode::isArray)
                            .orElseThrow(() ->
                                    Refused.badRequest("can't parse reaction types JSON object"));
            reactions.forEach(reaction -> emoji.add(emoji(reaction)));
        }
        if (emoji.size() > 1) {
            throw Refused.badRequest("REACTIONS_TOO_MANY");
        }
        bot.react(call.text("chat_id"), call.integer("message_id"), emoji);
        return BooleanNode.TRUE;
    }

    private static String emoji(JsonNode reaction) {
        if (!reaction.path("type").asText("").equals("emoji")) {
            throw Refused.badRequest("can't parse ReactionType: invalid reaction type specified");
        }
        String emoji = reaction.path("emoji").asText("");
        if (emoji.isEmpty() || emoji.codePointAt(0) < 0x2000) {
            throw Refused.badRequest("REACTION_INVALID");
        }
        return emoji;
    }

    private JsonNode pin(Call call) {
        bot.pin(
                call.text("chat_id"),
                call.integer("message_id"),
                call.flag("disable_notification"));
        return BooleanNode.TRUE;
    }

    private JsonNode unpin(Call call) {
        bot.unpin(call.text("chat_id"), call.integer("message_id"));
        return BooleanNode.TRUE;
    }
}
