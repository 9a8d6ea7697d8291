package pikett.playground.telegram;

import org.jspecify.annotations.Nullable;
import pikett.playground.telegram.message.Chat;
import pikett.playground.telegram.message.Origin;
import pikett.playground.telegram.message.Person;
import pikett.playground.telegram.text.FormattedText;

/// What a person is about to send.
///
/// @param words text; commands, mentions and addresses in it are found when it is sent
/// @param topic the topic it goes to, 0 for none
/// @param replyTo id of the message it answers, 0 for none
/// @param as the chat in whose name it is sent: the group itself makes it anonymous
/// @param via the inline bot it is written with
/// @param origin where it is forwarded from
public record Draft(
        FormattedText words,
        int topic,
        int replyTo,
        @Nullable Chat as,
        @Nullable Person via,
        @Nullable Origin origin) {
    /// Plain words.
    public static Draft of(String text) {
        return new Draft(FormattedText.plain(text), 0, 0, null, null, null);
    }

    /// The same with those words.
    public Draft withWords(FormattedText text) {
        return new Draft(text, topic, replyTo, as, via, origin);
    }

    /// The same in that topic.
    public Draft inTopic(int id) {
        return new Draft(words, id, replyTo, as, via, origin);
    }

    /// The same, answering that message of the chat.
    public Draft replyingTo(int messageId) {
        return new Draft(words, topic, messageId, as, via, origin);
    }

    /// The same in the name of a chat.
    public Draft as(Chat chat) {
        return new Draft(words, topic, replyTo, chat, via, origin);
    }

    /// The same, written with an inline bot.
    public Draft via(Person inlineBot) {
        return new Draft(words, topic, replyTo, as, inlineBot, origin);
    }

    /// The same, forwarded from there.
    public Draft from(Origin where) {
        return new Draft(words, topic, replyTo, as, via, where);
    }
}
