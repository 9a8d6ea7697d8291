package pikett.playground.telegram;

/// Where updates would be sent instead of being polled. Only the setting exists here: nothing is
/// ever sent.
///
/// @param url address; empty for none
/// @param maxConnections as the bot asked, 1-100
public record Webhook(String url, int maxConnections) {
    /// Updates are polled.
    public static final Webhook NONE = new Webhook("", 40);

    /// Whether polling is refused.
    public boolean isSet() {
        return !url.isEmpty();
    }
}
