package pikett.bot.telegram;

import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.util.Optional;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import pikett.config.Secret;

/// The way through a proxy.
///
/// @param login name and password, when the proxy asks for them
record ProxyRoute(Proxy.Type type, String host, int port, Optional<Login> login) {
    /// Who we are to the proxy.
    record Login(String user, Secret password) {}

    /// Reads `socks5://user:password@host:port` or `http://…`.
    ///
    /// @throws IllegalArgumentException when it is neither; the message does not repeat it
    static ProxyRoute of(Secret address) {
        URI uri;
        try {
            uri = URI.create(address.reveal());
        } catch (IllegalArgumentException _) {
            // The exception repeats the address with its password.
            throw new IllegalArgumentException(
                    "the proxy is no address such as socks5://host:port");
        }
        Proxy.Type type =
                switch (String.valueOf(uri.getScheme())) {
                    case "http" -> Proxy.Type.HTTP;
                    case "socks5" -> Proxy.Type.SOCKS;
                    default ->
                            throw new IllegalArgumentException(
                                    "the proxy must begin with socks5:// or http://");
                };
        if (uri.getHost() == null || uri.getPort() < 1) {
            throw new IllegalArgumentException("the proxy needs a host and a port");
        }
        return new ProxyRoute(type, uri.getHost(), uri.getPort(), login(uri.getUserInfo()));
    }

    private static Optional<Login> login(@Nullable String userInfo) {
        if (userInfo == null) {
            return Optional.empty();
        }
        int colon = userInfo.indexOf(':');
        return colon < 0
                ? Optional.of(new Login(userInfo, new Secret("")))
                : Optional.of(
                        new Login(
                                userInfo.substring(0, colon),
                                new Secret(userInfo.substring(colon + 1))));
    }

    void applyTo(OkHttpClient.Builder client) {
        // Unresolved: a proxy that moves is found again, and names are asked for on every connect.
        client.proxy(new Proxy(type, InetSocketAddress.createUnresolved(host, port)));
        login.ifPresent(known -> {
            if (type == Proxy.Type.HTTP) {
                answerChallenge(client, known);
            } else {
                SocksLogin.install(this, known);
            }
        });
    }

    private static void answerChallenge(OkHttpClient.Builder client, Login login) {
        client.proxyAuthenticator((_, response) ->
                response.request().header("Proxy-Authorization") != null
                        ? null // it knows our password and refuses it
                        : response.request()
                                .newBuilder()
                                .header(
                                        "Proxy-Authorization",
                                        Credentials.basic(login.user(), login.password().reveal()))
                                .build());
    }

    /// The JDK asks its process-wide authenticator, and no other, for the password of a SOCKS proxy.
    /// This one answers for our proxy only and leaves every other question to the one before it.
    private static final class SocksLogin extends Authenticator {
        private final ProxyRoute proxy;
        private final Login login;
        private final @Nullable Authenticator before = Authenticator.getDefault();

        SocksLogin(ProxyRoute proxy, Login login) {
            this.proxy = proxy;
            this.login = login;
        }

        /// Once: every session of polling comes here again.
        static void install(ProxyRoute proxy, Login login) {
            boolean installed =
                    Authenticator.getDefault() instanceof SocksLogin known
                            && known.proxy.equals(proxy)
                            && known.login.equals(login);
            if (!installed) {
                Authenticator.setDefault(new SocksLogin(proxy, login));
            }
        }

        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            if ("SOCKS5".equals(getRequestingProtocol())
                    && proxy.host().equals(getRequestingHost())
                    && proxy.port() == getRequestingPort()) {
                return new PasswordAuthentication(
                        login.user(), login.password().reveal().toCharArray());
            }
            return before == null
                    ? null
                    : before.requestPasswordAuthenticationInstance(
                            getRequestingHost(),
                            getRequestingSite(),
                            getRequestingPort(),
                            getRequestingProtocol(),
                            getRequestingPrompt(),
                            getRequestingScheme(),
                            getRequestingURL(),
                            getRequestorType());
        }
    }
}
