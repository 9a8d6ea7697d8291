package pikett.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Reads one raw update. Pure.
///
/// Works on the JSON and not on the library's types, because those read what they do not know as
/// absent: a forward of a kind that is newer than the library would look like somebody's own words.
public final class UpdateDecoder {
    private static final Set<String> PRESENT = Set.of("creator", "administrator", "member");

    private UpdateDecoder() {}

    /// Reads an update as the bot `me` sees it.
    ///
    /// @param receivedAt when it reached us
    public static Decoded decode(JsonNode update, BotIdentity me, Instant receivedAt) {
        try {
            return new Decoded.Understood(understand(Fields.of(update), me, receivedAt));
        } catch (UnexpectedShapeException e) {
            return new Decoded.NotUnderstood(e.reason());
        }
    }

    private static Incoming understand(Fields update, BotIdentity me, Instant receivedAt) {
        Optional<Fields> message = update.object("message");
        if (message.isPresent()) {
            return message(message.get(), me);
        }
        Optional<Fields> press = update.object("callback_query");
        if (press.isPresent()) {
            return press(press.get(), receivedAt);
        }
        Optional<Fields> membership = update.object("my_chat_member");
        if (membership.isPresent()) {
            return membership(membership.get());
        }
        return new Incoming.Ignored(update.firstNameOtherThan("update_id").orElse("empty update"));
    }

    private static Incoming message(Fields message, BotIdentity me) {
        long chat = message.required("chat").requiredLong("id");
        Optional<Long> to = message.optionalLong("migrate_to_chat_id");
        if (to.isPresent()) {
            return new Incoming.Migrated(chat, to.get());
        }
        Optional<Long> from = message.optionalLong("migrate_from_chat_id");
        if (from.isPresent()) {
            return new Incoming.Migrated(from.get(), chat);
        }
        if (message.has("edit_date")) {
            return new Incoming.Ignored("edited message");
        }
        if (!message.has("from")) {
            return new Incoming.Ignored("message without a sender");
        }
        return typed(message, me);
    }

    private static Incoming typed(Fields message, BotIdentity me) {
        String text = message.optionalText("text").orElse("");
        CommandWord word = CommandWord.in(text, message.array("entities"), me);
        return new Incoming.Typed(
                sender(message.required("from")),
                place(message),
                message.requiredInt("message_id"),
                text,
                word.command(),
                word.arguments(),
                Suspicions.of(message),
                message.requiredInstant("date"));
    }

    private static Incoming press(Fields press, Instant receivedAt) {
        Optional<Fields> message = press.object("message");
        Optional<String> data = press.optionalText("data");
        if (!press.has("from") || message.isEmpty() || data.isEmpty()) {
            return new Incoming.Ignored("press without sender, message or data");
        }
        return new Incoming.Pressed(
                sender(press.required("from")),
                place(message.get()),
                message.get().requiredInt("message_id"),
                press.requiredText("id"),
                data.get(),
                receivedAt);
    }

    private static Incoming membership(Fields change) {
        Fields now = change.required("new_chat_member");
        String status = now.requiredText("status");
        boolean present =
                PRESENT.contains(status)
                        || (status.equals("restricted") && now.isTrue("is_member"));
        return new Incoming.Membership(sender(change.required("from")), place(change), present);
    }

    private static Incoming.Sender sender(Fields user) {
        String name =
                user.optionalText("first_name").orElse("")
                        + " "
                        + user.optionalText("last_name").orElse("");
        return new Incoming.Sender(
                user.requiredLong("id"),
                DisplayName.of(name),
                user.isTrue("is_bot"),
                user.optionalText("language_code"));
    }

    private static Incoming.Place place(Fields holder) {
        Fields chat = holder.required("chat");
        // Outside forums the thread id only names a chain of replies; posting into it is refused.
        Optional<Integer> topic =
                holder.isTrue("is_topic_message")
                        ? Optional.of(holder.requiredInt("message_thread_id"))
                        : Optional.empty();
        return new Incoming.Place(
                chat.requiredLong("id"), topic, chat.requiredText("type").equals("private"));
    }
}
