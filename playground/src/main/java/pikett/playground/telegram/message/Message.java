package pikett.playground.telegram.message;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pikett.playground.telegram.text.FormattedText;

/// One version of a message, as a person sees it at that time.
///
/// @param topic id of the topic, 0 if the chat has none or it stands in General
/// @param editedAt when the content was last changed by its writer
public record Message(
        MessageKey key,
        Chat chat,
        int topic,
        Sender sender,
        Instant sentAt,
        @Nullable Instant editedAt,
        Content content,
        Keyboard keyboard,
        Traits traits) {
    /// The id within its chat.
    public int id() {
        return key.id();
    }

    /// The words with their entities: text or caption.
    public FormattedText words() {
        return content.words();
    }

    /// The words as plain characters; empty if it has none.
    public String text() {
        return words().text();
    }

    /// Whether no sound was made.
    public boolean silent() {
        return traits.silent();
    }

    /// The file it carries, if any.
    public Optional<StoredFile> file() {
        return switch (content) {
            case Content.Document(StoredFile file, FormattedText _) -> Optional.of(file);
            case Content.Photo(StoredFile file, FormattedText _) -> Optional.of(file);
            case Content.Text _, Content.Service _ -> Optional.empty();
        };
    }

    /// Whether that person or bot wrote it under their own name.
    public boolean isFrom(UserId someone) {
        return sender instanceof Sender.Someone(Person person) && person.id().equals(someone);
    }

    /// The same message with other content and buttons, edited then.
    public Message edited(Content newContent, Keyboard newKeyboard, @Nullable Instant when) {
        return new Message(key, chat, topic, sender, sentAt, when, newContent, newKeyboard, traits);
    }

    /// The same message without what it answers, so that replies do not nest without end.
    public Message withoutReply() {
        return new Message(
                key,
                chat,
                topic,
                sender,
                sentAt,
                editedAt,
                content,
                keyboard,
                traits.withReplyTo(null));
    }
}
