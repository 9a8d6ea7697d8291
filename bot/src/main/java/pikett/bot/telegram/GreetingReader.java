package pikett.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/// Reads from a raw update who speaks to us for the first time. Pure.
///
/// Bots, anonymous admins, channels and forwarded words are nobody: they prove no person.
final class GreetingReader {
    private static final Set<String> PRESENT = Set.of("creator", "administrator", "member");

    private GreetingReader() {}

    static Optional<Greeting> of(JsonNode update) {
        try {
            Fields fields = Fields.of(update);
            return fields.object("message")
                    .flatMap(GreetingReader::message)
                    .or(() -> fields.object("my_chat_member").flatMap(GreetingReader::membership));
        } catch (UnexpectedShapeException _) {
            return Optional.empty();
        }
    }

    private static Optional<Greeting> message(Fields message) {
        long chat = message.required("chat").requiredLong("id");
        Optional<Long> to = message.optionalLong("migrate_to_chat_id");
        if (to.isPresent()) {
            return Optional.of(new Greeting.Moved(chat, to.get()));
        }
        if (!message.has("from")
                || message.has("edit_date")
                || message.required("from").isTrue("is_bot")
                || Suspicions.of(message).isPresent()) {
            return Optional.empty();
        }
        Optional<Integer> topic =
                message.isTrue("is_topic_message")
                        ? Optional.of(message.requiredInt("message_thread_id"))
                        : Optional.empty();
        return from(message, topic);
    }

    private static Optional<Greeting> membership(Fields change) {
        boolean present =
                PRESENT.contains(change.required("new_chat_member").requiredText("status"));
        Fields from = change.required("from");
        if (!present
                || isPrivate(change)
                || from.isTrue("is_bot")
                || Suspicions.STAND_INS.contains(from.requiredLong("id"))) {
            // Who only opens the private chat has said nothing yet.
            return Optional.empty();
        }
        return from(change, Optional.empty());
    }

    private static Optional<Greeting> from(Fields holder, Optional<Integer> topic) {
        Fields from = holder.required("from");
        Fields chat = holder.required("chat");
        if (isPrivate(holder)) {
            return Optional.of(
                    new Greeting.Person(
                            from.requiredLong("id"),
                            name(from),
                            from.optionalText("username").map(DisplayName::of),
                            from.optionalText("language_code")));
        }
        if (chat.requiredText("type").equals("channel")) {
            return Optional.empty();
        }
        return Optional.of(
                new Greeting.Group(
                        chat.requiredLong("id"),
                        DisplayName.of(chat.optionalText("title").orElse("")),
                        topic,
                        from.requiredLong("id"),
                        name(from)));
    }

    private static boolean isPrivate(Fields holder) {
        return holder.required("chat").requiredText("type").equals("private");
    }

    private static String name(Fields user) {
        return DisplayName.of(
                user.optionalText("first_name").orElse("")
                        + " "
                        + user.optionalText("last_name").orElse(""));
    }
}
