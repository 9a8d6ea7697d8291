package pikett.bot.telegram;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import org.telegram.telegrambots.meta.TelegramUrl;
import pikett.config.Secret;
import pikett.config.TelegramConfig;

/// Where the Bot API is, how it is reached, and who we are there.
///
/// @param apiUrl may have a path, for a relay that serves more than one thing
/// @param proxy as in the configuration
public record TelegramEndpoint(URI apiUrl, Secret token, Optional<Secret> proxy) {
    /// The endpoint of the configuration.
    public static TelegramEndpoint of(TelegramConfig config) {
        return new TelegramEndpoint(config.apiUrl(), config.token(), config.proxy());
    }

    /// Where the proxy is, without who we are to it.
    ///
    /// @throws IllegalArgumentException when it has not the form of one; the message does not repeat it
    public Optional<InetSocketAddress> proxyPlace() {
        return proxy.map(ProxyRoute::of)
                .map(route -> InetSocketAddress.createUnresolved(route.host(), route.port()));
    }

    /// Our numeric id, which is no secret.
    ///
    /// @throws IllegalArgumentException when the token has not the form of one
    public long botId() {
        String token = token().reveal();
        int colon = token.indexOf(':');
        if (colon < 1
                || colon > 18
                || !token.chars().limit(colon).allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException(
                    "the token has not the form 123456:ABC…; take it from @BotFather as it is");
        }
        return Long.parseLong(token.substring(0, colon));
    }

    TelegramUrl url() {
        boolean tls = !"http".equals(apiUrl.getScheme());
        int port = apiUrl.getPort() >= 0 ? apiUrl.getPort() : tls ? 443 : 80;
        return new TelegramUrl(tls ? "https" : "http", apiUrl.getHost(), port, false);
    }

    /// What the path of every call begins with; empty or `/something`.
    String pathPrefix() {
        String path = apiUrl.getRawPath();
        return path == null ? "" : path.replaceAll("/+$", "");
    }

    TokenMask mask() {
        return new TokenMask(token);
    }
}
