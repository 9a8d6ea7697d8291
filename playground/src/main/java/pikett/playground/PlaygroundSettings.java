package pikett.playground;

/// How a playground is started.
///
/// @param port of the page on 127.0.0.1; 0 lets the system choose
/// @param apiPort of the Bot API on 127.0.0.1; 0 lets the system choose
/// @param token what the bot authenticates itself with
/// @param withWorld whether there is a world beside the phone
public record PlaygroundSettings(int port, int apiPort, String token, boolean withWorld) {
    /// A token that opens nothing but a playground.
    public static final String TOKEN = "7000000001:playground-token-that-opens-nothing-else";

    /// A page on that port, a Bot API on any, and a world.
    public static PlaygroundSettings onPort(int port) {
        return new PlaygroundSettings(port, 0, TOKEN, true);
    }

    /// The same without a world.
    public PlaygroundSettings withoutWorld() {
        return new PlaygroundSettings(port, apiPort, token, false);
    }
}
