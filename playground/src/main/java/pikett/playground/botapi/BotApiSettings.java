package pikett.playground.botapi;

/// How a Bot API server is run.
///
/// @param port TCP port on 127.0.0.1; 0 lets the system choose
/// @param token what the bot authenticates itself with, such as `123456:AbC…`
public record BotApiSettings(int port, String token, FileLimits limits) {
    public BotApiSettings {
        if (!token.matches("[1-9][0-9]{0,15}:[A-Za-z0-9_-]{1,60}")) {
            throw new IllegalArgumentException(
                    "a bot token is a number, a colon and 1-60 letters, digits, _ or -");
        }
    }

    /// On a free port, with Telegram's limits.
    public static BotApiSettings of(String token) {
        return new BotApiSettings(0, token, FileLimits.TELEGRAM);
    }

    /// The same on that port.
    public BotApiSettings onPort(int number) {
        return new BotApiSettings(number, token, limits);
    }

    /// The same with those limits for files.
    public BotApiSettings withLimits(FileLimits other) {
        return new BotApiSettings(port, token, other);
    }
}
