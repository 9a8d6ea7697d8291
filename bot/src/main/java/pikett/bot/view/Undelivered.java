package pikett.bot.view;

import java.util.List;

/// What did not arrive in chats, by their names.
///
/// @param count how many messages were given up lately
/// @param chats in which they did not arrive, the most first
/// @param broken chats in which nothing arrives now
public record Undelivered(long count, List<String> chats, List<String> broken) {
    /// Everything arrived.
    public static final Undelivered NOTHING = new Undelivered(0, List.of(), List.of());

    public Undelivered {
        chats = List.copyOf(chats);
        broken = List.copyOf(broken);
    }
}
