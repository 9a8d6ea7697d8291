package pikett.playground.telegram.message;

import org.jspecify.annotations.Nullable;

/// A chat as everybody in it sees it.
///
/// @param title shown name; of a private chat, the person's
/// @param username public name without `@`, only of supergroups, channels and people
/// @param forum whether it has topics; only a supergroup may
public record Chat(
        ChatId id, ChatKind kind, String title, @Nullable String username, boolean forum) {
    public Chat {
        if (!id.fits(kind)) {
            throw new IllegalArgumentException(
                    "the id " + id + " cannot belong to a " + kind.wireName());
        }
        if (forum && kind != ChatKind.SUPERGROUP) {
            throw new IllegalArgumentException("only a supergroup has topics: " + title);
        }
    }

    /// A chat without a public name and without topics.
    public static Chat of(ChatId id, ChatKind kind, String title) {
        return new Chat(id, kind, title, null, false);
    }
}
