package pikett.bot.setup;

import pikett.bot.telegram.CallFailure;
import pikett.bot.telegram.TelegramEndpoint;

/// Says for people why a call to Telegram failed.
public interface Explanation {
    /// In words, without a secret.
    String of(TelegramEndpoint endpoint, CallFailure failure);
}
