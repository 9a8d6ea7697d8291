package pikett.playground.telegram.message;

/// The number of a person or a bot.
public record UserId(long value) {
    public UserId {
        if (value <= 0) {
            throw new IllegalArgumentException("a user id is positive: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
