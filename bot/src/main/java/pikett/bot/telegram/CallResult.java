package pikett.bot.telegram;

/// How a call to Telegram ended.
public sealed interface CallResult<T> {
    /// With a result.
    record Done<T>(T value) implements CallResult<T> {}

    /// Without one.
    record Failed<T>(CallFailure failure) implements CallResult<T> {}
}
