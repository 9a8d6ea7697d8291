package pikett.playground.telegram.message;

/// The number of a chat: a person's own number for a private chat, negative for all others.
public record ChatId(long value) {
    /// Where the numbers of supergroups and channels begin, counting down.
    private static final long SUPERGROUPS = -1_000_000_000_000L;

    public ChatId {
        if (value == 0) {
            throw new IllegalArgumentException("no chat has the id 0");
        }
    }

    /// The chat of this person with the bot.
    public static ChatId of(UserId person) {
        return new ChatId(person.value());
    }

    /// Whether the number can belong to a chat of that kind.
    boolean fits(ChatKind kind) {
        return switch (kind) {
            case PRIVATE -> value > 0;
            case GROUP -> value < 0 && value > SUPERGROUPS;
            case SUPERGROUP, CHANNEL -> value < SUPERGROUPS;
        };
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
