package pikett.playground.botapi.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import pikett.playground.telegram.message.Chat;
import pikett.playground.telegram.message.ChatKind;
import pikett.playground.telegram.message.Content;
import pikett.playground.telegram.message.Message;
import pikett.playground.telegram.message.Origin;
import pikett.playground.telegram.message.Person;
import pikett.playground.telegram.message.Sender;
import pikett.playground.telegram.message.ServiceEvent;
import pikett.playground.telegram.message.StoredFile;
import pikett.playground.telegram.message.Traits;
import pikett.playground.telegram.text.FormattedText;

/// The form of `Message`.
public final class MessageJson {
    private MessageJson() {}

    /// A message as it is sent to the bot, or answered to it.
    public static ObjectNode of(Message message) {
        ObjectNode node = Json.object().put("message_id", message.id());
        sender(node, message.chat(), message.sender());
        node.set("chat", ChatJson.of(message.chat()));
        node.put("date", message.sentAt().getEpochSecond());
        if (message.editedAt() != null) {
            node.put("edit_date", message.editedAt().getEpochSecond());
        }
        if (message.topic() != 0) {
            node.put("message_thread_id", message.topic()).put("is_topic_message", true);
        }
        traits(node, message.traits());
        content(node, message.content());
        if (!message.keyboard().isEmpty()) {
            node.set("reply_markup", KeyboardJson.of(message.keyboard()));
        }
        return node;
    }

    /// What is left of a message that was deleted.
    static ObjectNode inaccessible(Chat chat, int id) {
        ObjectNode node = Json.object().put("message_id", id);
        node.set("chat", ChatJson.of(chat));
        return node.put("date", 0);
    }

    private static void sender(ObjectNode node, Chat chat, Sender sender) {
        switch (sender) {
            case Sender.Someone(Person person) -> node.set("from", PersonJson.of(person));
            case Sender.AsChat(Chat as) -> {
                if (chat.kind() != ChatKind.CHANNEL) {
                    boolean anonymous = as.id().equals(chat.id());
                    Person standIn = anonymous ? Person.ANONYMOUS_ADMIN : Person.CHANNEL_WRITER;
                    node.set("from", PersonJson.of(standIn));
                }
                node.set("sender_chat", ChatJson.of(as));
            }
        }
    }

    private static void traits(ObjectNode node, Traits traits) {
        Origin origin = traits.origin();
        if (origin != null) {
            node.set("forward_origin", origin(origin));
        }
        if (traits.replyTo() != null) {
            node.set("reply_to_message", of(traits.replyTo()));
        }
        if (traits.via() != null) {
            node.set("via_bot", PersonJson.of(traits.via()));
        }
        if (traits.guarded()) {
            node.put("has_protected_content", true);
        }
        if (!traits.preview()) {
            node.set("link_preview_options", Json.object().put("is_disabled", true));
        }
    }

    private static ObjectNode origin(Origin origin) {
        ObjectNode node = Json.object();
        switch (origin.sender()) {
            case Sender.Someone(Person person) -> {
                node.put("type", "user");
                node.set("sender_user", PersonJson.of(person));
            }
            case Sender.AsChat(Chat chat) when chat.kind() == ChatKind.CHANNEL -> {
                node.put("type", "channel").put("message_id", origin.messageId());
                node.set("chat", ChatJson.of(chat));
            }
            case Sender.AsChat(Chat chat) -> {
                node.put("type", "chat");
                node.set("sender_chat", ChatJson.of(chat));
            }
        }
        return node.put("date", origin.sentAt().getEpochSecond());
    }

    private static void content(ObjectNode node, Content content) {
        switch (content) {
            case Content.Text(FormattedText text) -> words(node, text, "text", "entities");
            case Content.Document(StoredFile file, FormattedText caption) -> {
                node.set("document", FileJson.document(file));
                words(node, caption, "caption", "caption_entities");
            }
            case Content.Photo(StoredFile file, FormattedText caption) -> {
                node.set("photo", Json.array(List.of(file), FileJson::photo));
                words(node, caption, "caption", "caption_entities");
            }
            case Content.Service(ServiceEvent event) -> event(node, event);
        }
    }

    private static void words(ObjectNode node, FormattedText words, String text, String entities) {
        if (words.length() > 0) {
            node.put(text, words.text());
        }
        if (!words.entities().isEmpty()) {
            node.set(entities, TextJson.of(words.entities()));
        }
    }

    private static void event(ObjectNode node, ServiceEvent event) {
        switch (event) {
            case ServiceEvent.Joined(Person person) ->
                    node.set("new_chat_members", Json.array(List.of(person), PersonJson::of));
            case ServiceEvent.Left(Person person) ->
                    node.set("left_chat_member", PersonJson.of(person));
            case ServiceEvent.MigratedTo(var chat) -> node.put("migrate_to_chat_id", chat.value());
            case ServiceEvent.MigratedFrom(var chat) ->
                    node.put("migrate_from_chat_id", chat.value());
            case ServiceEvent.TopicCreated(String name) ->
                    node.set(
                            "forum_topic_created",
                            Json.object().put("name", name).put("icon_color", 7322096));
            case ServiceEvent.Pinned(Message message) -> node.set("pinned_message", of(message));
        }
    }
}
