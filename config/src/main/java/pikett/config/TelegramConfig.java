package pikett.config;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// The bot's account.
///
/// @param token the token of @BotFather
/// @param apiUrl base of the Bot API; another one for a local Bot API server or the playground
/// @param proxy `socks5://user:password@host:port` or `http://…`; a secret because it carries a password
/// @param chats the only groups and channels the bot answers in or writes to; a listed person's
///     private chat always counts
public record TelegramConfig(
        Secret token, URI apiUrl, Optional<Secret> proxy, Map<String, ChatConfig> chats) {
    /// The same account with other chats.
    public TelegramConfig withChats(Map<String, ChatConfig> newChats) {
        return new TelegramConfig(token, apiUrl, proxy, newChats);
    }
}
