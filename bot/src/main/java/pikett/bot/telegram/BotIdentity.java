package pikett.bot.telegram;

/// Who we are to Telegram.
///
/// @param id the numeric id, which is also the first part of the token
/// @param username without the `@`
public record BotIdentity(long id, String username) {}
