package pikett.bot.telegram;

/// What became of the attempt to read a raw update.
public sealed interface Decoded {
    /// It has the form that Telegram promises.
    record Understood(Incoming incoming) implements Decoded {}

    /// It has not: a field is missing or has another type than we know.
    record NotUnderstood(String reason) implements Decoded {}
}
